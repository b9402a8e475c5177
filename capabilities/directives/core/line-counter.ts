/** Says on which line an offset stands; asked in the order of the text, it reads the text once. */
export class LineCounter {
  readonly #text: string;
  #line = 1;
  #feed: number;

  constructor(text: string) {
    this.#text = text;
    this.#feed = text.indexOf("\n");
  }

  lineAt(offset: number): number {
    while (this.#feed >= 0 && this.#feed < offset) {
      this.#line++;
      this.#feed = this.#text.indexOf("\n", this.#feed + 1);
    }
    return this.#line;
  }
}
