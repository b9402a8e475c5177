const pattern = /[\u4e00-\u9fff]{1,12}[〔［[(（](?:19|20)\d{2}[〕］\])）]\s?(?:第)?\d{1,4}号/;
const headLength = 800;

/** 发文字号 (清组发〔2023〕5号), as it stands on its own line at the head of the document; null when there is none. */
export function findDocumentNumber(text: string): string | null {
  const lines = text.slice(0, headLength).split("\n");
  const found = lines.map((line) => pattern.exec(line.trim())).find((match) => match !== null);
  return found && found[0].length >= found.input.length - 8 ? found[0] : null;
}
