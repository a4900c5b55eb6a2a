import type pico from "picocolors";
import { printable } from "../../foundation/printable.js";
import type { ChangeStyle } from "./change-words.js";

/** The pieces of a sentence about a change as a terminal shows them. */
export function terminalStyle(paint: ReturnType<typeof pico.createColors>): ChangeStyle {
  return {
    plain: printable,
    name: (text) => paint.bold(printable(text)),
    title: (text) => `"${printable(text)}"`,
    value: (text) => `"${printable(text)}"`,
    removed: (text) => paint.red(`[-${printable(text)}-]`),
    added: (text) => paint.green(`{+${printable(text)}+}`),
  };
}
