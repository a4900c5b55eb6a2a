// Writes docs/rules/<rule id>.md for every shipped rule, from the METADATA comments of the rule itself.
//
//   node scripts/run.mjs scripts/generate-rule-pages.ts           write the pages
//   node scripts/run.mjs scripts/generate-rule-pages.ts --check   write nothing; exit 1 when a page is missing, stale or left over
//
// The METADATA blocks are read as text, not through the compiler, so that the pages can be made in a fresh clone before
// anything is built. The compiler checks the same blocks when it compiles the rules.

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, posix, relative, sep } from "node:path";
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
    /** The kind of its duty: a function of rules/lib/duty, or a word for a condition that is the rule's own. */
    readonly duty: string;
    /** Whom it concerns, beside what the scopes of rules/lib/scope.rego say that its code names. */
    readonly concerns?: string;
    /** By set: when the rule says something in it, beside what its duty says. */
    readonly states?: States;
  };
}

type States = Readonly<Partial<Record<(typeof STATES)[number]["set"], string>>>;

/** As it was read: anything may be missing. */
type Draft = Partial<Omit<RuleMetadata, "custom">> & { readonly custom?: Partial<RuleMetadata["custom"]> };

/** The sets a rule may declare, in the order in which the worse state wins, with the state each of them leads to. */
const STATES = [
  { set: "violation", state: "not-satisfied" },
  { set: "stale", state: "stale" },
  { set: "missing", state: "no-evidence" },
  { set: "pending", state: "partial" },
  { set: "observed", state: "satisfied" },
] as const;

const REQUIRED = ["id", "subject", "controls", "severity", "remediation", "parameters", "duty"] as const;

/** The METADATA blocks of a Rego file, each by the first word of the line below it. */
function readAnnotations(text: string): ReadonlyMap<string, Draft> {
  const lines = text.split("\n");
  const blocks = new Map<string, Draft>();
  for (let start = 0; start < lines.length; start++) {
    if (lines[start] !== "# METADATA") continue;
    let end = start + 1;
    while (lines[end]?.startsWith("#")) end++;
    const yaml = lines.slice(start + 1, end).map((line) => line.replace(/^# ?/, ""));
    const name = /^[a-z_]+/.exec(lines[end] ?? "")?.[0];
    if (name !== undefined) blocks.set(name, parse(yaml.join("\n")) as Draft);
    start = end;
  }
  return blocks;
}

/** What the libraries say of themselves. */
interface Libraries {
  /** By the kind of a duty: when its function says something in each set. */
  readonly duties: ReadonlyMap<string, States>;
  /** By the name of a scope: whom it concerns, and what is said where that is unclear. */
  readonly scopes: ReadonlyMap<string, Draft>;
  /** Names of scope.rego that are what is recorded, and no scopes. */
  readonly recorded: ReadonlySet<string>;
  /** Likewise for the scopes of a law. */
  readonly lawScopes: ReadonlyMap<string, Draft>;
}

async function readLibraries(): Promise<Libraries> {
  const folder = join(rulesFolder, "lib", "duty");
  const duties = new Map<string, States>();
  for (const file of (await readdir(folder)).sort()) {
    const kind = basename(file, ".rego");
    const states = readAnnotations(await readFile(join(folder, file), "utf8")).get(kind)?.custom?.states;
    if (states) duties.set(kind, states);
  }
  const scopeText = await readFile(join(rulesFolder, "lib", "scope.rego"), "utf8");
  const scopes = readAnnotations(scopeText);
  const recorded = new Set([...scopeText.matchAll(/^default ([a-z_]+) :=/gm)].map(([, name = ""]) => name));
  const lawScopes = readAnnotations(await readFile(join(rulesFolder, "lib", "law.rego"), "utf8"));
  return { duties, scopes, recorded, lawScopes };
}

/** The sets that the code of a rule names, so that one without a description is found. */
function namedSets(text: string): string[] {
  return STATES.map(({ set }) => set).filter((set) =>
    new RegExp(`^says\\.${set} contains |"${set}": `, "m").test(text),
  );
}

/** @returns what is wrong with the METADATA, in words */
function findFaults(
  id: string,
  text: string,
  { title, description, custom = {} }: Draft,
  { duties, scopes, recorded }: Libraries,
): string[] {
  const faults: string[] = [];
  if (!title) faults.push("METADATA has no title");
  if (!description) faults.push("METADATA has no description");
  for (const key of REQUIRED) if (custom[key] === undefined) faults.push(`METADATA has no custom.${key}`);
  if (custom.id !== id) faults.push(`custom.id is ${String(custom.id)}, but the file is named ${id}.rego`);
  const described: Readonly<Record<string, string | undefined>> = custom.states ?? {};
  for (const set of namedSets(text)) {
    if (!described[set]) faults.push(`METADATA has no custom.states.${set}, and the rule says something in it`);
  }
  if (text.includes(`duty.${String(custom.duty)}({`) && !duties.has(custom.duty ?? "")) {
    faults.push(`the function ${String(custom.duty)} of rules/lib/duty has no METADATA with custom.states`);
  }
  for (const name of scopeNames(text, recorded)) {
    if (!scopes.get(name)?.description) faults.push(`scope.${name} has no METADATA with a description`);
  }
  return faults;
}

/** The scopes of rules/lib/scope.rego that the code of a rule names. */
function scopeNames(text: string, recorded: ReadonlySet<string>): string[] {
  const named = [...text.replace(/^#.*$/gm, "").matchAll(/(?<![\w.])scope\.([a-z_]+)/g)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "all_of" && !recorded.has(name));
  return [...new Set(named)];
}

/** What the code of a rule names of rules/lib/law.rego, scopes among it. */
function lawNames(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<!lib\.)\blaw\.([a-z_]+)/g)].map(([, name = ""]) => name))];
}

/** Text of one table cell: one line, with what Markdown would read as a column or as HTML escaped. */
function cell(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[\\|<]/g, "\\$&");
}

/** @returns the page in Markdown, not yet formatted */
function writePage(source: string, text: string, rule: RuleMetadata, libraries: Libraries): string {
  const { duties, scopes, recorded, lawScopes } = libraries;
  const { id, subject, controls, severity, remediation, parameters, duty, states: own } = rule.custom;
  const codes = (names: readonly string[]): string =>
    names.length === 0 ? "none" : names.map((name) => `\`${name}\``).join(", ");
  const general = duties.get(duty);
  const within = [
    ...lawNames(text).map((name) => lawScopes.get(name)),
    ...scopeNames(text, recorded).map((name) => scopes.get(name)),
  ].filter((scope) => scope !== undefined);
  const concerns = [...within.map((scope) => scope.description), rule.custom.concerns].filter(Boolean).join(" ");
  const states = [
    ...(concerns !== ""
      ? [["not-applicable", "The conditions under \u201cWhen it applies\u201d do not hold; the finding says which."]]
      : []),
    ...STATES.flatMap(({ set, state }) => {
      const unclear = within.map((scope) => scope.custom?.states?.[set]);
      const when = [...unclear, general?.[set], own?.[set]].filter((words) => words !== undefined);
      return when.length === 0 ? [] : [[state, when.join(" ")]];
    }),
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
    concerns === "" ? "Always." : concerns,
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
  const libraries = await readLibraries();
  const pages = new Map<string, string>();
  const faults: string[] = [];
  for (const file of files) {
    const source = posix.join("rules", ...file.split(sep));
    const id = posix.basename(source, ".rego");
    const text = await readFile(join(rulesFolder, file), "utf8");
    const metadata = readAnnotations(text).get("package") ?? {};
    const found = findFaults(id, text, metadata, libraries);
    if (pages.has(`${id}.md`)) found.push(`another rule has the id ${id}`);
    faults.push(...found.map((fault) => `${source}: ${fault}`));
    if (found.length > 0) continue;
    // Without a fault, nothing that a rule has to say is missing.
    const page = writePage(source, text, metadata as RuleMetadata, libraries);
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
