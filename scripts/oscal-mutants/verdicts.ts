// Asks aims and the judges of others about many files at once.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Oscal from "../../src/oscal/index.js";
import { program, root } from "../project.js";

/** The findings of a judge in one file. */
export interface Verdict {
  errors: string[];
  warnings: string[];
}
/** By path; a file that a judge is not asked about is not in it. */
type Verdicts = Map<string, Verdict>;
export interface Judges {
  aims: Verdicts;
  /** NIST's schema: JSON schema or XSD. */
  schema: Verdicts;
  liboscal: Verdicts;
}

/** The built library. */
export const library = join(root, "dist", "oscal", "index.js");

/**
 * @param files absolute paths
 * @param shared the folder beside the project
 */
export async function ask(files: string[], shared: string): Promise<Judges> {
  const judges = join(shared, "judges");
  return {
    aims: await askAims(files),
    schema: new Map([
      ...askJsonSchema(
        files.filter((file) => file.endsWith(".json")),
        judges,
        shared,
      ),
      ...askXsd(
        files.filter((file) => file.endsWith(".xml")),
        shared,
      ),
    ]),
    liboscal: askLiboscal(
      files.filter((file) => !isMapping(file)),
      judges,
    ),
  };
}

async function askAims(files: string[]): Promise<Verdicts> {
  const { parse, validate } = (await import(pathToFileURL(library).href)) as typeof Oscal;
  const verdicts: Verdicts = new Map();
  for (const file of files) {
    const { document, diagnostics } = await parse(readFileSync(file), { file });
    const all = [...diagnostics, ...(document === undefined ? [] : await validate(document))];
    const said = (severity: string): string[] =>
      all.filter((each) => each.severity === severity).map(({ code, message }) => `${code}: ${message}`);
    verdicts.set(file, { errors: said("error"), warnings: said("warning") });
  }
  return verdicts;
}

/**
 * Whether aims finds a reference to nothing once it reads what the document imports.
 * @param file beside the documents that it imports
 */
export function followFinds(file: string): boolean {
  const args = [program, "oscal", "validate", "--follow", file];
  return /error (?:reference-|oscal-index)/.test(run(process.execPath, args, 2).stderr);
}

function askJsonSchema(files: string[], judges: string, shared: string): Verdicts {
  const schema = join(shared, "oscal", "json-schema", "oscal_complete_schema-1.2.2.json");
  const python = join(judgesHome(), "python", "bin", "python");
  const { stdout } = run(python, [join(judges, "nist-schema.py"), schema, ...files], 1);
  return new Map(
    lines(stdout).map((line) => {
      const [verdict = "", path = "", ...words] = line.split(" ");
      return [path, { errors: verdict === "PASS" ? [] : [words.join(" ")], warnings: [] }];
    }),
  );
}

function askXsd(files: string[], shared: string): Verdicts {
  const xsd = join(shared, "oscal", "xsd", "v1.2.2-generated", "oscal_complete_schema.xsd");
  const { stderr } = run("xmllint", ["--noout", "--schema", xsd, ...files], 4);
  const all = lines(stderr);
  const valid = new Set(
    all.filter((line) => line.endsWith(" validates")).map((line) => line.slice(0, -" validates".length)),
  );
  return new Map(
    files.map((file) => {
      const said = all.filter((line) => line.startsWith(`${file}:`)).map((line) => line.replace(/^[^:]*:\d+: /, ""));
      return [file, { errors: valid.has(file) ? [] : said.length > 0 ? said : ["not valid"], warnings: [] }];
    }),
  );
}

/** Files that one run of the virtual machine is given: to start it for each is slow, and all at once can be too much for a busy machine. */
const BATCH = 15;
const PATIENCE = 300_000;

/**
 * Faults of OSCAL 1.1.2: it asks for 32 digits of a SHA-256 instead of 64, and of a port range that has both ends it says that either one
 * is missing.
 */
const OUTDATED =
  /Value '[0-9a-fA-F]{64}' did not match the pattern '\^\[0-9a-fA-F\]\{32\}\$'|(?:A start port exists, but an end point|An end point exists, but a start port) does not\./;

function askLiboscal(files: string[], judges: string): Verdicts {
  const verdicts: Verdicts = new Map();
  let left = files;
  let size = BATCH;
  while (left.length > 0) {
    const batch = left.slice(0, size);
    const { stdout, ended } = run(join(judges, "liboscal"), ["validate", ...batch], 2, PATIENCE);
    for (const [path, verdict] of liboscalVerdicts(stdout)) verdicts.set(path, verdict);
    const stuck = batch.find((file) => !verdicts.has(file));
    if (stuck !== undefined && (ended || batch.length === 1)) throw new Error(`liboscal says nothing of ${stuck}`);
    size = stuck !== undefined && batch.length > 1 ? 1 : BATCH;
    left = left.filter((file) => !verdicts.has(file));
  }
  return verdicts;
}

function liboscalVerdicts(stdout: string): Verdicts {
  const verdicts: Verdicts = new Map();
  let current: Verdict = { errors: [], warnings: [] };
  for (const line of lines(stdout)) {
    const [, passed, path = "", how = ""] = /^(PASS|FAIL) (\S+) ?(.*)$/.exec(line) ?? [];
    const [, severity = "", words = ""] = /^ {2}(\S+) (.*)$/.exec(line) ?? [];
    if (passed !== undefined) {
      current = { errors: how.startsWith("unreadable") ? ["unreadable"] : [], warnings: [] };
      verdicts.set(path, current);
    } else if (OUTDATED.test(words)) continue;
    else if (severity === "ERROR" || severity === "CRITICAL") current.errors.push(words);
    else if (severity === "WARNING") current.warnings.push(words);
  }
  return verdicts;
}

/** Its models are those of OSCAL 1.1.2, which knows no mapping. */
function isMapping(file: string): boolean {
  return /<mapping-collection\b|^\s*\{\s*(?:"\$schema"\s*:\s*"[^"]*"\s*,\s*)?"mapping-collection"/.test(
    readFileSync(file, "utf8").slice(0, 2000),
  );
}

function judgesHome(): string {
  const { AIMS_JUDGES, XDG_CACHE_HOME } = process.env;
  return AIMS_JUDGES ?? join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "aims-judges");
}

/**
 * Whether everything that is asked is there.
 * @returns what is missing
 */
export function missing(shared: string): string[] {
  return [join(shared, "judges"), join(shared, "oscal"), library].filter((path) => !existsSync(path));
}

/**
 * @param worst exit code that still is a verdict
 * @param timeout milliseconds after which the command is stopped
 */
function run(
  command: string,
  args: string[],
  worst: number,
  timeout?: number,
): { stdout: string; stderr: string; ended: boolean } {
  // A virtual machine takes a quarter of the memory unless an option says otherwise.
  const env = { ...process.env, JAVA_TOOL_OPTIONS: "-Xmx1g -XX:+UseSerialGC" };
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    env,
    maxBuffer: 1 << 28,
    ...(timeout === undefined ? {} : { timeout }),
  });
  if (error !== undefined && "code" in error && error.code === "ETIMEDOUT") return { stdout, stderr, ended: false };
  if (error) throw error;
  if (status === null || status > worst)
    throw new Error(`${command} ended with ${String(status)}: ${stderr.slice(0, 2000)}`);
  return { stdout, stderr, ended: true };
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}
