import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { packageFile } from "../files/package.js";
import { fileAt } from "../files/paths.js";
import { nodeReader, statusAt, type Reader } from "../files/reader.js";
import type { Equivalent, EquivalentMutants } from "./generated/equivalent-mutants.js";
import { equivalentMutants as isEquivalentMutants } from "./generated/equivalent-mutants-validator.js";
import { readRecord } from "./record.js";
import { equivalentsName, type RuleFiles } from "./rule-files.js";

/** A change of a rule that makes no difference, with the list that says so. */
export interface KeptEquivalent extends Equivalent {
  readonly file: SourceFile;
}

/** Reads the lists of changes that make no difference: that of the shipped rules, and those of a workspace. */
export async function readEquivalents(
  own: RuleFiles | undefined,
  shipped: boolean,
  reader: Reader,
): Promise<Reading<readonly KeptEquivalent[]>> {
  const listOfAims = fileAt(packageFile("rules", equivalentsName));
  const ofAims = shipped && statusAt(listOfAims, nodeReader) !== undefined ? [{ file: listOfAims }] : [];
  const lists = [
    ...ofAims.map((input) => ({ input, from: nodeReader })),
    ...(own?.equivalents ?? []).map((input) => ({ input, from: reader })),
  ];
  const problems: Diagnostic[] = [];
  const value: KeptEquivalent[] = [];
  for (const { input, from } of lists) {
    const kind = { validator: isEquivalentMutants, schema: "equivalent-mutants", called: "equivalents" } as const;
    const read = await readRecord<EquivalentMutants>(input, kind, from);
    problems.push(...read.problems);
    value.push(...(read.value?.value.equivalent ?? []).map((each) => ({ ...each, file: input.file })));
  }
  return problems.length > 0 ? { problems } : { value, problems };
}
