import { jsonText } from "../../source/stringify.js";
import { textOutput, type FolderOutput, type TextOutput } from "../output.js";

/** Documents as JSON in a folder, each made when its text is read. @param documents by the names of their files */
export function documentFolder(documents: ReadonlyMap<string, () => unknown>): FolderOutput {
  const files = [...documents].map(([name, make]): [string, TextOutput] => [name, textOutput(text(make))]);
  return { kind: "folder", files: new Map(files) };
}

function* text(make: () => unknown): Generator<string> {
  yield* jsonText(make());
}
