/** Never written, whatever it is. */
const secretNames = /password|secret|token|cookie|otp|recoveryCode|privateKey|密码/i;
/** Written so that it can be recognised and not used. */
const personalNames = /^(idNumber|id_number|identityNumber|phone|phoneNumber|mobile|telephone|bankAccount)$/i;

const identityNumber =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g;
const mobileNumber = /(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/g;

const maxText = 2000;
const maxItems = 200;

/**
 * What goes into the audit record of an act: secrets left out, identity and phone numbers masked wherever they stand,
 * also in running text; long texts and lists cut with their length said. Source: domain.md §7.2 (personal data).
 */
export function maskPersonal(value: unknown): unknown {
  if (typeof value === "string") return cut(maskText(value));
  if (Array.isArray(value)) return maskList(value);
  if (typeof value !== "object" || value === null) return value;
  if ("toJSON" in value && typeof value.toJSON === "function") return maskPersonal(value.toJSON());
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, maskField(name, part)]));
}

function maskField(name: string, value: unknown): unknown {
  if (secretNames.test(name)) return "（不予记录）";
  const isText = typeof value === "string" || typeof value === "number";
  return personalNames.test(name) && isText ? maskMiddle(String(value)) : maskPersonal(value);
}

function maskList(list: readonly unknown[]): unknown[] {
  const kept = list.slice(0, maxItems).map(maskPersonal);
  return list.length > maxItems ? [...kept, `…（共${list.length}项）`] : kept;
}

const maskText = (text: string): string =>
  text.replace(identityNumber, maskMiddle).replace(mobileNumber, maskMiddle);

/** Three signs in front, four behind; of a short one only the first. */
export function maskMiddle(text: string): string {
  const signs = [...text];
  if (signs.length < 8) return `${signs[0] ?? ""}${"*".repeat(Math.max(signs.length - 1, 0))}`;
  return `${signs.slice(0, 3).join("")}${"*".repeat(signs.length - 7)}${signs.slice(-4).join("")}`;
}

function cut(text: string): string {
  if (text.length <= maxText) return text;
  const signs = [...text];
  return `${signs.slice(0, maxText).join("")}…（共${signs.length}字）`;
}
