/** What the documentation says about a code. */
export interface CodeEntry {
  /** The code in a few words, as a heading. */
  readonly title: string;
  /** What it means, and why it matters. */
  readonly meaning: string;
  /** How to mend it. */
  readonly fix: string;
  /** A wrong piece and a right one, or the like, in the format of the file. */
  readonly example?: string;
}

/** Codes of one area by their name. */
export type CodeEntries = Readonly<Record<string, CodeEntry>>;
