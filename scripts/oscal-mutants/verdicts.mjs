// @ts-check
// Asks aims and the judges of others about many files at once.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @typedef {object} Verdict what a judge says of one file
 * @property {string[]} errors
 * @property {string[]} warnings
 *
 * @typedef {Map<string, Verdict>} Verdicts by path; a file that a judge is not asked about is not in it
 *
 * @typedef {object} Judges
 * @property {Verdicts} aims
 * @property {Verdicts} schema NIST's schema: JSON schema or XSD
 * @property {Verdicts} liboscal
 */

/**
 * @param {string[]} files absolute paths
 * @param {string} root of the project
 * @param {string} shared the folder beside it
 * @returns {Promise<Judges>}
 */
export async function ask(files, root, shared) {
  const judges = join(shared, "judges");
  return {
    aims: await askAims(files, join(root, "dist", "oscal", "index.js")),
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

/** @param {string[]} files @param {string} library @returns {Promise<Verdicts>} */
async function askAims(files, library) {
  const { parse, validate } = /** @type {typeof import("../../src/oscal/index.js")} */ (
    await import(pathToFileURL(library).href)
  );
  /** @type {Verdicts} */
  const verdicts = new Map();
  for (const file of files) {
    const { document, diagnostics } = await parse(readFileSync(file), { file });
    const all = [...diagnostics, ...(document === undefined ? [] : await validate(document))];
    const said = (/** @type {string} */ severity) =>
      all.filter((each) => each.severity === severity).map(({ code, message }) => `${code}: ${message}`);
    verdicts.set(file, { errors: said("error"), warnings: said("warning") });
  }
  return verdicts;
}

/**
 * Whether aims finds a reference to nothing once it reads what the document imports.
 * @param {string} file beside the documents that it imports
 * @param {string} root
 */
export function followFinds(file, root) {
  const args = [join(root, "dist", "main.js"), "oscal", "validate", "--follow", file];
  return /error (?:reference-|oscal-index)/.test(run(process.execPath, args, 1).stderr);
}

/** @param {string[]} files @param {string} judges @param {string} shared @returns {Verdicts} */
function askJsonSchema(files, judges, shared) {
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

/** @param {string[]} files @param {string} shared @returns {Verdicts} */
function askXsd(files, shared) {
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

/** Files that one run of the virtual machine is given: to start it for each is slow, and there are files that it never ends with. */
const BATCH = 15;
const PATIENCE = 60_000;

/** What is said for a judge that does not come to an end. */
export const NO_ANSWER = "no answer";

/** A fault of OSCAL 1.1.2 that every correct SHA-256 shows: it asked for 32 digits instead of 64. */
const OUTDATED = /Value '[0-9a-fA-F]{64}' did not match the pattern '\^\[0-9a-fA-F\]\{32\}\$'/;

/** @param {string[]} files @param {string} judges @returns {Verdicts} */
function askLiboscal(files, judges) {
  /** @type {Verdicts} */
  const verdicts = new Map();
  let left = files;
  let size = BATCH;
  while (left.length > 0) {
    const batch = left.slice(0, size);
    const { stdout, ended } = run(join(judges, "liboscal"), ["validate", ...batch], 2, PATIENCE);
    for (const [path, verdict] of liboscalVerdicts(stdout)) verdicts.set(path, verdict);
    const stuck = batch.find((file) => !verdicts.has(file));
    if (stuck !== undefined && ended) throw new Error(`liboscal says nothing of ${stuck}`);
    // A batch can also be too much for a busy machine: only who was asked alone has not answered.
    if (stuck !== undefined && batch.length === 1) verdicts.set(stuck, { errors: [], warnings: [NO_ANSWER] });
    size = stuck !== undefined && batch.length > 1 ? 1 : BATCH;
    left = left.filter((file) => !verdicts.has(file));
  }
  return verdicts;
}

/** @param {string} stdout @returns {Verdicts} */
function liboscalVerdicts(stdout) {
  /** @type {Verdicts} */
  const verdicts = new Map();
  /** @type {Verdict} */
  let current = { errors: [], warnings: [] };
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

/** Its models are those of OSCAL 1.1.2, which knows no mapping. @param {string} file */
function isMapping(file) {
  return /<mapping-collection\b|^\s*\{\s*"mapping-collection"/.test(readFileSync(file, "utf8").slice(0, 2000));
}

function judgesHome() {
  const { AIMS_JUDGES, XDG_CACHE_HOME } = process.env;
  return AIMS_JUDGES ?? join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "aims-judges");
}

/** Whether everything that is asked is there. @param {string} root @param {string} shared @returns {string[]} what is missing */
export function missing(root, shared) {
  return [join(shared, "judges"), join(shared, "oscal"), join(root, "dist", "oscal", "index.js")].filter(
    (path) => !existsSync(path),
  );
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {number} worst exit code that still is a verdict
 * @param {number} [timeout] milliseconds after which the command is stopped
 */
function run(command, args, worst, timeout) {
  // A virtual machine takes a quarter of the memory unless it is told otherwise.
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

/** @param {string} text */
function lines(text) {
  return text.split("\n").filter((line) => line !== "");
}
