import { displayWidth } from "../../foundation/display-width.js";

/** Breaks a text into lines at its blanks. @param first the indent of the first line @param then that of the others, the same unless given */
export function* wrapped(text: string, first: string, width: number, then: string = first): Generator<string> {
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    if (!isEmpty && displayWidth(line) + 1 + displayWidth(word) > width) {
      yield `${line}\n`;
      line = then;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  if (!isEmpty) yield `${line}\n`;
}
