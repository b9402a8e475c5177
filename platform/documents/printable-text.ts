/** XML knows no control characters and no half characters; a text that holds one would not open in Word or Excel. */
const unprintable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u007f-\u0084\u0086-\u009f]/gu;

export const dropUnprintable = (text: string): string => text.replace(unprintable, "");

/** One line of text without anything that cannot be printed. */
export const keepPrintable = (text: string): string =>
  dropUnprintable(text)
    .replace(/[\t\r\n\u0085\u2028\u2029]+/g, " ")
    .trim();

/** A text of several lines as its lines, empty ones left out. */
export const splitPrintableLines = (text: string): readonly string[] =>
  text
    .split(/[\r\n\u0085\u2028\u2029]+/)
    .map(keepPrintable)
    .filter((line) => line !== "");
