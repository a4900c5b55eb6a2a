import { InputError, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { findFiles, type FoundFile } from "../files/find.js";
import { packageRoot } from "../files/package.js";
import { readBounded } from "../files/read.js";
import { nodeReader, type Reader } from "../files/reader.js";
import type { RegoSources } from "../policy/compile.js";
import { isTest, referenceData, shippedPrefix } from "../policy/packages.js";
import type { RuleData } from "../policy/rule-data.js";
import { decodeUtf8 } from "../source/decode.js";
import { noRuleFiles, readRuleData, unreadProblems, type FoundDataFile, type RuleFiles } from "./rule-files.js";

/** Most bytes of one Rego file. */
const REGO_BYTES = 1024 * 1024;

/** Rego texts by the names that the compiler knows them by, the files that they are, and the data beside them. */
export interface RuleSources {
  readonly sources: RegoSources;
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The tables that ship with aims are part of it. */
  readonly data: RuleData;
}

/** Which Rego files are wanted. */
export interface RuleSelection {
  /** The files in a workspace's folders of rules; without them, the shipped rules are compiled as they are in the package. */
  readonly own?: RuleFiles;
  /** Whose test files are wanted too: of own ones, also what they need of the shipped ones. */
  readonly tests: "none" | "own" | "all";
}

/**
 * Reads the rules that ship with aims and those of a workspace. Every file that cannot be read is reported, and so is what lies among the
 * rules and is not read.
 */
export async function readRules({ own, tests }: RuleSelection, reader: Reader): Promise<Reading<RuleSources>> {
  const shipped = await findFiles(packageRoot(), ["rules/**/*.rego"], nodeReader);
  const wanted = shipped.filter((file) => tests !== "none" || !isTest(file));
  // Own files may have the names of shipped ones.
  const prefix = own === undefined ? "" : shippedPrefix;
  const read = sourcesOf([
    ...wanted.map((input) => ({ input, prefix, reader: nodeReader })),
    ...(own?.rules ?? [])
      .filter((file) => tests !== "none" || !isTest(file))
      .map((input) => ({ input, prefix: "", reader })),
  ]);
  const { value, problems } = await withData(
    read,
    { own: own ?? noRuleFiles, tables: await shippedTables(prefix) },
    reader,
  );
  if (value === undefined) return { problems };
  const { sources } = value;
  return { value: { ...value, sources: tests === "own" ? withoutShippedTests(sources, prefix) : sources }, problems };
}

/** Adds the data that lies beside rules. */
async function withData(
  { value, problems }: Reading<Pick<RuleSources, "sources" | "files">>,
  { own, tables }: { readonly own: RuleFiles; readonly tables: readonly FoundDataFile[] },
  reader: Reader,
): Promise<Reading<RuleSources>> {
  const data = await readRuleData({ data: [...tables, ...own.data], packs: own.packs }, reader);
  const all = [...problems, ...data.problems, ...unreadProblems(own)];
  if (value === undefined || data.value === undefined) return { problems: all };
  return { value: { ...value, data: data.value }, problems: all };
}

/** Tables that ship with aims: rules/reference/NAME/data.json is `data.reference.NAME`, as for `opa test rules`. */
async function shippedTables(prefix: string): Promise<readonly FoundDataFile[]> {
  const found = await findFiles(packageRoot(), [`rules/${referenceData}/*/data.json`], nodeReader);
  return found.map(({ name, file }) => ({
    ...{ file, name: prefix + name, shipped: true },
    below: [referenceData, name.split("/")[2] ?? ""],
  }));
}

/** Of the shipped test files those stay that hold no test, but help for tests. */
function withoutShippedTests(sources: RegoSources, prefix: string): RegoSources {
  return Object.fromEntries(
    Object.entries(sources).filter(
      ([name, text]) => !name.startsWith(prefix) || !isTest({ name }) || !/^(?:todo_)?test_/m.test(text),
    ),
  );
}

/** Reads the rules of a workspace alone, tests left out, and its data together with the tables that ship with aims. */
export async function readOwnRules(own: RuleFiles, reader: Reader): Promise<Reading<RuleSources>> {
  const rules = own.rules.filter((file) => !isTest(file)).map((input) => ({ input, prefix: "", reader }));
  const tables = await shippedTables(shippedPrefix);
  return withData(sourcesOf(rules), { own, tables }, reader);
}

/** The sources of the rules that ship with aims by the names that they have beside those of a workspace, tests left out. */
export async function readShippedRules(): Promise<RegoSources> {
  const shipped = await findFiles(packageRoot(), ["rules/**/*.rego"], nodeReader);
  const wanted = shipped.filter((file) => !isTest(file));
  const { value, problems } = sourcesOf(wanted.map((input) => ({ input, prefix: shippedPrefix, reader: nodeReader })));
  if (value === undefined) throw new InputError(problems);
  return value.sources;
}

interface RuleFile {
  readonly input: FoundFile;
  /** Before the name by which the compiler knows it. */
  readonly prefix: string;
  readonly reader: Reader;
}

function sourcesOf(ruleFiles: readonly RuleFile[]): Reading<Pick<RuleSources, "sources" | "files">> {
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
