/** Words in order, lower case, without punctuation. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function runsOf(text: string, length: number): string[] {
  const words = wordsOf(text);
  return words.slice(length - 1).map((_word, index) => words.slice(index, index + length).join(" "));
}

/** Finds what a text shares with others: the whole of one of them, or `length` words in a row. */
export function overlapFinder(others: readonly string[], length: number): (text: string) => string[] {
  const whole = new Set(others.map((other) => wordsOf(other).join(" ")));
  const runs = new Set(others.flatMap((other) => runsOf(other, length)));
  return (text) => {
    const asWords = wordsOf(text).join(" ");
    return [...(whole.has(asWords) ? [asWords] : []), ...runsOf(text, length).filter((run) => runs.has(run))];
  };
}
