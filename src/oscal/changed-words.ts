/** A stretch of text that stayed, went or came. */
export interface WordRun {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Cells of the table in which common words are looked for; texts that need more are shown as one replacement. */
const MOST_CELLS = 1 << 18;

/**
 * How a text became another, word by word: runs whose "same" and "removed" texts joined are the old text and whose "same" and "added"
 * texts joined are the new one. Between what is alike at both ends the longest common sequence of words stays.
 */
export function changedWords(before: string, after: string): WordRun[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const runs: { kind: WordRun["kind"]; text: string }[] = [];
  const add = (kind: WordRun["kind"], text: string): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== "") runs.push({ kind, text });
  };
  add("same", a.slice(0, start).join(""));
  const [ours, theirs] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if ((ours.length + 1) * (theirs.length + 1) > MOST_CELLS) {
    add("removed", ours.join(""));
    add("added", theirs.join(""));
  } else for (const [kind, word] of commonWords(ours, theirs)) add(kind, word);
  add("same", a.slice(a.length - end).join(""));
  return gathered(runs);
}

/** Words with the blanks behind them. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+\s?/g) ?? [];
}

/** Longest common subsequence, from the lengths that it has from each pair of words to the end. */
function* commonWords(a: readonly string[], b: readonly string[]): Generator<[WordRun["kind"], string]> {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        a[row] === b[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  let [row, column] = [0, 0];
  while (row < a.length || column < b.length) {
    const [ours, theirs] = [a[row], b[column]];
    if (ours !== undefined && ours === theirs) {
      yield ["same", ours];
      row += 1;
      column += 1;
    } else if (ours !== undefined && (theirs === undefined || lengthAt(row + 1, column) >= lengthAt(row, column + 1))) {
      yield ["removed", ours];
      row += 1;
    } else {
      yield ["added", theirs ?? ""];
      column += 1;
    }
  }
}

/** Puts removed before added words between two unchanged stretches; a lone blank or word between changes is not a stretch to read. */
function gathered(runs: readonly WordRun[]): WordRun[] {
  const result: WordRun[] = [];
  let [removed, added] = ["", ""];
  const flush = (): void => {
    if (removed !== "") result.push({ kind: "removed", text: removed });
    if (added !== "") result.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const [index, { kind, text }] of runs.entries()) {
    const between = index > 0 && index < runs.length - 1;
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (between && text.trim().split(/\s+/).length < 2) {
      removed += text;
      added += text;
    } else {
      flush();
      result.push({ kind: "same", text });
    }
  }
  flush();
  return result;
}
