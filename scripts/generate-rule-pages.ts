// Writes docs/rules/<rule id>.md for every shipped rule, from the METADATA comments of the rule itself.
//
//   node scripts/run.mjs scripts/generate-rule-pages.ts           write the pages
//   node scripts/run.mjs scripts/generate-rule-pages.ts --check   write nothing; exit 1 when a page is missing, stale or left over
//
// The METADATA blocks are read as text, not through the compiler, so that the pages can be made in a fresh clone before
// anything is built. The compiler checks the same blocks when it compiles the rules.

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, posix, relative, sep } from "node:path";
import { format, resolveConfig } from "prettier";
import { parse } from "yaml";
import { root } from "./project.js";

const rulesFolder = join(root, "rules");
const pagesFolder = join(root, "docs", "rules");

/** The METADATA that a rule's package has to have. */
interface RuleMetadata {
  readonly title: string;
  readonly description: string;
  readonly custom: {
    readonly id: string;
    readonly subject: string;
    readonly controls: readonly string[];
    readonly severity: string;
    readonly remediation: string;
    readonly parameters: readonly string[];
  };
}

/** The METADATA blocks of one file. */
interface Annotations<PackageMetadata> {
  readonly package: PackageMetadata;
  /** By the name of the set or the rule that a block stands above. */
  readonly rules: ReadonlyMap<string, { readonly description?: string }>;
}

/** As it was read: anything may be missing. */
type Draft = Partial<Omit<RuleMetadata, "custom">> & { readonly custom?: Partial<RuleMetadata["custom"]> };

/** The sets a rule may declare, in the order in which the worse state wins, with the state each of them leads to. */
const STATES = [
  { set: "violation", state: "not-satisfied" },
  { set: "stale", state: "stale" },
  { set: "missing", state: "no-evidence" },
  { set: "pending", state: "partial" },
  { set: "observed", state: "satisfied" },
];

const REQUIRED = ["id", "subject", "controls", "severity", "remediation", "parameters"] as const;

/**
 * Reads the METADATA blocks of one Rego file.
 * @param text source of the rule
 */
function readAnnotations(text: string): Annotations<Draft> {
  const lines = text.split("\n");
  let own: Draft = {};
  const rules = new Map<string, { readonly description?: string }>();
  for (let start = 0; start < lines.length; start++) {
    if (lines[start] !== "# METADATA") continue;
    let end = start + 1;
    while (lines[end]?.startsWith("#")) end++;
    const block: unknown = parse(
      lines
        .slice(start + 1, end)
        .map((line) => line.replace(/^# ?/, ""))
        .join("\n"),
    );
    const name = /^[a-z_]+/.exec(lines[end] ?? "")?.[0];
    if (name === "package") own = block as Draft;
    else if (name !== undefined) rules.set(name, block as { readonly description?: string });
    start = end;
  }
  return { package: own, rules };
}

/** The same rule's sets as declared in the code, so that a set without a description is found. */
function declaredSets(text: string): string[] {
  return STATES.map(({ set }) => set).filter((set) => new RegExp(`^${set} contains `, "m").test(text));
}

/** @returns what is wrong with the annotations, in words */
function findFaults(id: string, text: string, annotations: Annotations<Draft>): string[] {
  const faults: string[] = [];
  const { title, description, custom = {} } = annotations.package;
  if (!title) faults.push("METADATA has no title");
  if (!description) faults.push("METADATA has no description");
  for (const key of REQUIRED) if (custom[key] === undefined) faults.push(`METADATA has no custom.${key}`);
  if (custom.id !== id) faults.push(`custom.id is ${String(custom.id)}, but the file is named ${id}.rego`);
  for (const set of declaredSets(text)) {
    if (!annotations.rules.get(set)?.description) faults.push(`the set ${set} has no METADATA with a description`);
  }
  if (/^applicable if /m.test(text) && !annotations.rules.get("applicable")?.description) {
    faults.push("applicable has no METADATA with a description");
  }
  return faults;
}

/** Text of one table cell: one line, with what Markdown would read as a column or as HTML escaped. */
function cell(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[\\|<]/g, "\\$&");
}

/** @returns the page in Markdown, not yet formatted */
function writePage(source: string, text: string, { package: rule, rules }: Annotations<RuleMetadata>): string {
  const { id, subject, controls, severity, remediation, parameters } = rule.custom;
  const codes = (names: readonly string[]): string =>
    names.length === 0 ? "none" : names.map((name) => `\`${name}\``).join(", ");
  const applicable = rules.get("applicable");
  const states = [
    ...(applicable
      ? [["not-applicable", "The conditions under \u201cWhen it applies\u201d do not hold; the finding says which."]]
      : []),
    ...STATES.filter(({ set }) => declaredSets(text).includes(set)).map(({ set, state }) => [
      state,
      rules.get(set)?.description ?? "",
    ]),
    ["error", "The rule said nothing, or it failed. Silence is never a pass."],
  ];
  return [
    `<!-- Generated by scripts/generate-rule-pages.ts from ${source}; do not edit. -->`,
    `# ${rule.title}`,
    "## What it checks",
    rule.description,
    "| Rule | |\n| --- | --- |\n" +
      [
        ["Id", `\`${id}\``],
        ["Controls", codes(controls)],
        ["Severity", severity],
        ["Subject", subject],
        ["Parameters", codes(parameters)],
        ["Source", `[${source}](${posix.join("..", "..", source)})`],
      ]
        .map(([name = "", value = ""]) => `| ${name} | ${value} |`)
        .join("\n"),
    "## When it applies",
    applicable?.description ?? "Always.",
    "## What leads to which state",
    "From the top, the first line that holds gives the state.",
    "| State | When |\n| --- | --- |\n" +
      states.map(([state = "", when = ""]) => `| ${state} | ${cell(when)} |`).join("\n"),
    "## How to fix it",
    remediation,
    "",
  ].join("\n\n");
}

/** @returns formatted pages by file name, in the order of the names */
async function makePages(): Promise<Map<string, string>> {
  const entries = await readdir(rulesFolder, { recursive: true });
  const files = entries
    .filter((name) => name.endsWith(".rego") && !name.endsWith("_test.rego") && !name.startsWith(`lib${sep}`))
    .sort();
  const options = { ...(await resolveConfig(join(pagesFolder, "page.md"))), parser: "markdown" };
  const pages = new Map<string, string>();
  const faults: string[] = [];
  for (const file of files) {
    const source = posix.join("rules", ...file.split(sep));
    const id = posix.basename(source, ".rego");
    const text = await readFile(join(rulesFolder, file), "utf8");
    const annotations = readAnnotations(text);
    const found = findFaults(id, text, annotations);
    if (pages.has(`${id}.md`)) found.push(`another rule has the id ${id}`);
    faults.push(...found.map((fault) => `${source}: ${fault}`));
    if (found.length > 0) continue;
    // Without a fault, nothing that a rule has to say is missing.
    const page = writePage(source, text, annotations as Annotations<RuleMetadata>);
    pages.set(`${id}.md`, await format(page, options));
  }
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return new Map([...pages].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readPages(): Promise<Map<string, string>> {
  const names = (await readdir(pagesFolder).catch(() => [])).filter((name) => name.endsWith(".md"));
  const pages = new Map<string, string>();
  for (const name of names) pages.set(name, await readFile(join(pagesFolder, name), "utf8"));
  return pages;
}

/** @returns the exit code */
async function writeOrCheck(check: boolean): Promise<number> {
  const [wanted, present] = [await makePages(), await readPages()];
  const page = (name: string): string => relative(root, join(pagesFolder, name));
  const stale = [...wanted.keys()].filter((name) => present.get(name) !== wanted.get(name));
  const leftOver = [...present.keys()].filter((name) => !wanted.has(name)).sort();
  if (check) {
    for (const name of stale) console.error(`${page(name)} is ${present.has(name) ? "stale" : "missing"}`);
    for (const name of leftOver) console.error(`${page(name)} has no rule`);
    if (stale.length + leftOver.length === 0) return 0;
    console.error("Run: node scripts/run.mjs scripts/generate-rule-pages.ts");
    return 1;
  }
  await mkdir(pagesFolder, { recursive: true });
  for (const name of stale) await writeFile(join(pagesFolder, name), wanted.get(name) ?? "");
  for (const name of leftOver) await rm(join(pagesFolder, name));
  console.log(`${String(wanted.size)} pages, ${String(stale.length)} written, ${String(leftOver.length)} removed`);
  return 0;
}

process.exitCode = await writeOrCheck(process.argv.includes("--check")).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
