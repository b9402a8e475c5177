import { fail, type Result, succeed } from "#platform/kernel/result.ts";

export type TextEncodingName = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
export type DecodedText = { readonly text: string; readonly encoding: TextEncodingName };
export type DecodingProblem = { readonly code: "unknown-encoding" | "binary-content" };

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: TextEncodingName }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: "gb18030" },
];

/** Decodes a Chinese text file; line ends become "\n", the byte order mark goes. */
export function decodeText(bytes: Uint8Array): Result<DecodedText, DecodingProblem> {
  const decoded = decodeMarked(bytes) ?? decodeUnmarked(bytes);
  if (!decoded) return fail({ code: hasNul(bytes) ? "binary-content" : "unknown-encoding" });
  const text = cleanText(decoded.text);
  return text === null ? fail({ code: "binary-content" }) : succeed({ text, encoding: decoded.encoding });
}

/** A file that carries a mark is believed: undecodable under its mark, it is not tried under another. */
function decodeMarked(bytes: Uint8Array): DecodedText | null {
  const mark = marks.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  return mark ? tryDecoding(bytes.subarray(mark.bytes.length), mark.encoding) : null;
}

function decodeUnmarked(bytes: Uint8Array): DecodedText | null {
  if (marks.some((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))) return null;
  const utf8 = tryDecoding(bytes, "utf-8");
  if (utf8 && !hasNul(bytes)) return rescueShortGbk(bytes, utf8);
  // English in UTF-16 is valid UTF-8 too, only every other byte of it is zero.
  const utf16 = utf8 && !hasManyNuls(bytes) ? null : decodeLikelyUtf16(bytes);
  if (utf16) return utf16;
  // Damaged UTF-8 read as GB18030 would give fluent nonsense; better to say so.
  if (hasNul(bytes) || isDamagedUtf8(bytes)) return null;
  const gb18030 = tryDecoding(bytes, "gb18030");
  return gb18030 && plausibleShare(gb18030.text) >= 0.7 ? gb18030 : null;
}

/**
 * Some short GBK texts (联通, 实) happen to be valid UTF-8. They then consist of two-byte characters only,
 * which no Chinese text in UTF-8 does.
 */
function rescueShortGbk(bytes: Uint8Array, utf8: DecodedText): DecodedText {
  if (/[\u0800-\uffff]/.test(utf8.text) || !/[\u0080-\u07ff]/.test(utf8.text)) return utf8;
  const gb18030 = tryDecoding(bytes, "gb18030");
  return gb18030 && plausibleShare(gb18030.text) >= 0.95 ? gb18030 : utf8;
}

/** A file cut off in the middle of its last character is still read: the rest of that character is waited for. */
function tryDecoding(bytes: Uint8Array, encoding: TextEncodingName): DecodedText | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes, { stream: true }), encoding };
  } catch {
    return null;
  }
}

/**
 * UTF-16 without a mark shows itself by where its characters fall: read in the right order nearly all are Chinese,
 * its punctuation or ASCII; read in the wrong order, or when the file is GBK, most are Hangul, private or unassigned.
 */
function decodeLikelyUtf16(bytes: Uint8Array): DecodedText | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  const candidates = (["utf-16le", "utf-16be"] as const)
    .map((encoding) => tryDecoding(bytes, encoding))
    .filter((decoded) => decoded !== null && !decoded.text.includes("\0"))
    .map((decoded) => ({ decoded, share: plausibleShare(decoded?.text ?? "") }))
    .sort((one, other) => other.share - one.share);
  const best = candidates[0];
  return best && best.share >= 0.95 ? best.decoded : null;
}

/** Long files are judged by their beginning; 64 k characters say enough. */
const sampleLength = 65_536;
const plausible =
  /[\t\n\r\f\x20-\x7e\u00b7\u2010-\u2026\u2460-\u24ff\u2605\u2606\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g;

function plausibleShare(text: string): number {
  const sample = text.slice(0, sampleLength);
  return sample.length === 0 ? 1 : (sample.match(plausible)?.length ?? 0) / sample.length;
}

function isDamagedUtf8(bytes: Uint8Array): boolean {
  const sample = new TextDecoder("utf-8").decode(bytes.subarray(0, sampleLength));
  const damaged = sample.match(/\ufffd/g)?.length ?? 0;
  const chinese = sample.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return chinese > damaged * 4;
}

function hasManyNuls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleLength);
  return sample.filter((byte) => byte === 0).length * 4 >= sample.length;
}

const hasNul = (bytes: Uint8Array): boolean => bytes.includes(0);

/** Null when the characters are not those of a text. A stray control character is dropped, many are not text. */
function cleanText(text: string): string | null {
  if (text.includes("\0")) return null;
  const controls = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/gu;
  const count = text.match(controls)?.length ?? 0;
  if (count > 1 + text.length / 1000) return null;
  return (count > 0 ? text.replace(controls, "") : text).replace(/\r\n?/g, "\n");
}
