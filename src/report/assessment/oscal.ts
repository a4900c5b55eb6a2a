import type { Assessment } from "../../assessment/assessment.js";
import { oscalChain } from "../../exchange/oscal.js";
import { jsonText } from "../../source/stringify.js";
import { textOutput, type FolderOutput, type TextOutput } from "../output.js";

/** The OSCAL documents of an assessment in JSON, each made when its text is read. */
export function oscalReport(assessment: Assessment): FolderOutput {
  const files = [...oscalChain(assessment)].map(([name, make]): [string, TextOutput] => [name, textOutput(text(make))]);
  return { kind: "folder", files: new Map(files) };
}

function* text(make: () => unknown): Generator<string> {
  yield* jsonText(make());
}
