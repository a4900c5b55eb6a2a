/** A number with its noun: "1 system", "2 systems". */
export function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** A text in quotation marks, its own quotation marks and line ends escaped, as JSON writes it. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** Asks whether a guess was meant, or gives the sentence for where there is no guess. */
export function didYouMean(guess: string | undefined, otherwise: string): string {
  return guess === undefined ? otherwise : `Did you mean "${guess}"?`;
}
