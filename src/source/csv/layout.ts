/** Another layout that people mistake for the one that is read: recognized by its header, and by nothing else. */
export interface CsvLayout {
  /** As it follows "looks like". */
  readonly name: string;
  /** Columns by which it is known; case, blanks and punctuation do not count. */
  readonly columns: readonly string[];
  /** What somebody with such a file can do, in a sentence. */
  readonly fix: string;
}

/** Columns of a layout that a header needs before the file is taken for it. */
const ENOUGH = 3;

/** The layout with the most columns in the header; undefined where none has enough of them. */
export function recognizedLayout(names: readonly string[], layouts: readonly CsvLayout[]): CsvLayout | undefined {
  const plainNames = new Set(names.map(plain));
  let best: CsvLayout | undefined;
  let most = ENOUGH - 1;
  for (const layout of layouts) {
    const found = layout.columns.filter((column) => plainNames.has(plain(column))).length;
    if (found <= most) continue;
    best = layout;
    most = found;
  }
  return best;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "");
}
