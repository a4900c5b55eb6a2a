import type { OutputFormat } from "../../report/output.js";
import type { Terminal } from "../terminal.js";

/** Prints something in a format to standard output. */
export async function printFormat<Subject, Options>(
  format: OutputFormat<Subject, Options>,
  subject: Subject,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const output = (await format.load())(subject, options);
  if (output.kind !== "text") throw new Error(`A ${output.kind} cannot go to standard output.`);
  for (const piece of output.pieces) terminal.out(piece);
}
