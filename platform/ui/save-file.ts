/** Hands a file to the browser under its name. */
export function saveFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // Old browsers read the address after the click returns.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
