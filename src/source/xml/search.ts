/** Looks for a text again only when what was found has been passed: a document is gone through once for each. */
export class Search {
  private readonly text: string;
  private readonly what: string;
  private found = -1;

  constructor(text: string, what: string) {
    this.text = text;
    this.what = what;
  }

  /** @param offset not below that of the call before */
  from(offset: number): number {
    if (this.found < offset) this.found = next(this.text, this.what, offset);
    return this.found;
  }
}

/** Offset of the first place of a text from an offset on. @returns the length of the text where it is not found */
export function next(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at;
}
