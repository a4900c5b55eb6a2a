import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { findFiles, type FoundFile } from "../files/find.js";
import { packageRoot } from "../files/package.js";
import { readBounded } from "../files/read.js";
import { nodeReader, type Reader } from "../files/reader.js";
import type { RegoSources } from "../policy/compile.js";
import { isTest, shippedPrefix } from "../policy/packages.js";
import { decodeUtf8 } from "../source/decode.js";

/** Most bytes of one Rego file. */
const REGO_BYTES = 1024 * 1024;

/** Rego texts by the names that the compiler knows them by, and the files that they are. */
export interface RuleSources {
  readonly sources: RegoSources;
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** Which Rego files are wanted. */
export interface RuleSelection {
  /** Rego files of a workspace; without them, the shipped rules are compiled as they are in the package. */
  readonly own?: readonly FoundFile[];
  /** Whether test files are wanted too. */
  readonly tests: boolean;
}

/** Reads the rules that ship with aims and those of a workspace. Every file that cannot be read is reported. */
export async function readRules({ own, tests }: RuleSelection, reader: Reader): Promise<Reading<RuleSources>> {
  const shipped = await findFiles(packageRoot(), ["rules/**/*.rego"], nodeReader);
  const wanted = (files: readonly FoundFile[]): FoundFile[] => files.filter((file) => tests || !isTest(file));
  // Own files may have the names of shipped ones.
  return sourcesOf([
    ...wanted(shipped).map((input) => ({ input, prefix: own === undefined ? "" : shippedPrefix, reader: nodeReader })),
    ...wanted(own ?? []).map((input) => ({ input, prefix: "", reader })),
  ]);
}

/** Reads the rules of a workspace alone, tests left out. */
export function readOwnRules(own: readonly FoundFile[], reader: Reader): Reading<RuleSources> {
  return sourcesOf(own.filter((file) => !isTest(file)).map((input) => ({ input, prefix: "", reader })));
}

interface RuleFile {
  readonly input: FoundFile;
  /** Before the name by which the compiler knows it. */
  readonly prefix: string;
  readonly reader: Reader;
}

function sourcesOf(ruleFiles: readonly RuleFile[]): Reading<RuleSources> {
  const problems: Diagnostic[] = [];
  const sources: Record<string, string> = {};
  const files = new Map<string, SourceFile>();
  for (const { input, prefix, reader } of ruleFiles) {
    const bytes = readBounded(input, reader, REGO_BYTES);
    const text = bytes instanceof Uint8Array ? decodeUtf8(bytes, input.file) : bytes;
    if (typeof text !== "string") {
      problems.push(text);
      continue;
    }
    const name = prefix + input.name;
    sources[name] = text;
    files.set(name, input.file);
  }
  return problems.length > 0 ? { problems } : { value: { sources, files }, problems };
}
