// npm run bench: whole-process figures of aims, of the build before, and of what it is compared with, from the same run. README.md says how.
//   npm run bench -- --before FOLDER    all tables, which are printed and written into bench/README.md
//   npm run bench -- --row NAME         one row, which is only printed; --list names them
// Exit code 2 when an option is wrong or something cannot be run.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { spawnSync } from "node:child_process";
import { installedNode } from "../scripts/nodes.js";
import { root } from "../scripts/project.js";
import { nearest } from "../src/foundation/nearest.js";
import { measureInTurn } from "./measure.js";
import { detailsOf, tableOf, type Result } from "./report.js";
import type { Build, Row } from "./row.js";
import { oscalRows } from "./rows/oscal.js";
import { policyRows } from "./rows/policies.js";
import { startRows } from "./rows/start.js";
import { workspaceRows } from "./rows/workspaces.js";
import { Stage } from "./stage.js";

const ROWS: readonly Row[] = [...oscalRows, ...workspaceRows, ...policyRows, ...startRows];
const NEWER_NODE = "24";

const work = mkdtempSync(join(tmpdir(), "aims-bench-"));
/** What was left out, and why. */
const notes = new Set<string>();
try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function main(): void {
  const { values } = parseArgs({
    options: {
      before: { type: "string" },
      list: { type: "boolean", default: false },
      /** The newer Node: a version that scripts/other-nodes.ts knows, or the path of a program. */
      node: { type: "string", default: NEWER_NODE },
      row: { type: "string", multiple: true, default: [] },
    },
  });
  if (values.list) {
    for (const { name, title } of ROWS) console.log(`${name.padEnd(24)} ${title}`);
    return;
  }
  const rows = values.row.map(rowNamed);
  const after = buildIn(root, "after");
  const before = values.before === undefined ? undefined : buildIn(resolve(values.before), "before");
  const stage = new Stage(work, after);
  if (rows.length > 0) {
    const results = measure(rows, stage, after, before);
    for (const { row, ...measured } of results) {
      if (measured.before) console.log(detailsOf(`${row.name}, before`, measured.before));
      console.log(detailsOf(`${row.name}, after`, measured.after));
      for (const [name, measurement] of measured.beside) console.log(detailsOf(name, measurement));
    }
    console.log(`\n${tableOf(results)}${described()}`);
    return;
  }
  const text = allTables(stage, after, before, values.node);
  console.log(text);
  write(text);
}

function allTables(stage: Stage, after: Build, before: Build | undefined, newer: string): string {
  const on = (node: string, build: Build | undefined): Build | undefined => build && { ...build, node };
  const results = measure(ROWS, stage, after, before);
  const node = /^\d+$/.test(newer) ? installedNode(newer) : resolve(newer);
  const newerResults =
    node === undefined
      ? []
      : measure(
          ROWS.filter(({ onNewerNode }) => onNewerNode),
          stage,
          { ...after, node },
          on(node, before),
        );
  if (node === undefined) notes.add(`Node ${newer} could not be installed from npm: its table is left out.`);
  const { length: processors, 0: processor } = cpus();
  const tables: (readonly [heading: string, results: readonly Result[]])[] = [
    ["", results.filter(({ row }) => row.table === "goal")],
    ["More", results.filter(({ row }) => row.table === "more")],
    [`By cores, of ${String(availableParallelism())}`, results.filter(({ row }) => row.table === "cores")],
    [`On Node ${versionOf(node)}`, newerResults],
  ];
  return (
    [
      `${new Date().toISOString().slice(0, 10)}, ${String(processors)} x ${processor?.model.trim() ?? "unknown processor"}, ${(totalmem() / 1024 ** 3).toFixed(0)} GiB, ${process.platform}, Node ${process.version}.`,
      ...tables.flatMap(([heading, each]) => {
        if (each.length === 0) return [];
        return heading === "" ? [tableOf(each)] : [`## ${heading}`, tableOf(each)];
      }),
    ].join("\n\n") + described()
  );
}

/** Measures rows one after the other, each with all that stands beside it in turn. */
function measure(rows: readonly Row[], stage: Stage, after: Build, before: Build | undefined): Result[] {
  return rows.flatMap((row, index) => {
    const reason = row.unmeasurable?.(stage);
    if (reason !== undefined) {
      notes.add(`${row.title}: not measured, because ${reason}.`);
      return [];
    }
    const begin = performance.now();
    process.stderr.write(`${String(index + 1)}/${String(rows.length)} ${row.name} `);
    const others = (row.beside ?? []).filter((other) => {
      const missing = other.missing?.(stage);
      if (missing !== undefined) notes.add(missing);
      return missing === undefined;
    });
    const builds = before === undefined ? [after] : [before, after];
    const processes = [
      ...builds.map((build) => row.aims(stage, build)),
      ...others.map((other) => other.process(stage, after)),
    ];
    const measured = measureInTurn(processes, stage.work);
    process.stderr.write(`${((performance.now() - begin) / 1000).toFixed(0)} s\n`);
    const own = measured.splice(0, builds.length);
    const [last] = own.slice(-1);
    if (last === undefined) throw new Error("Nothing was measured");
    const beside = new Map(others.map(({ name }, at) => [name, measured[at] ?? last]));
    return [{ row, before: before && own[0], after: last, beside }];
  });
}

/** @throws Error when nothing is built there */
function buildIn(folder: string, home: string): Build {
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { bin: { aims: string } };
  const program = join(folder, bin.aims);
  if (!existsSync(program)) throw new Error(`${program} is not there: run npm run build in ${folder} first.`);
  return { node: process.execPath, program, folder, home };
}

/** @throws Error when there is none of that name, with the one that is meant */
function rowNamed(name: string): Row {
  const row = ROWS.find((each) => each.name === name);
  if (row !== undefined) return row;
  const meant = nearest(
    name,
    ROWS.map((each) => each.name),
  );
  throw new Error(
    `There is no row "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`} --list names them all.`,
  );
}

function described(): string {
  return notes.size === 0 ? "" : `\n\nLeft out:\n\n${[...notes].map((note) => `- ${note}`).join("\n")}`;
}

function versionOf(node: string | undefined): string {
  return node === undefined ? "" : spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim().replace(/^v/, "");
}

/** The figures of README.md stand between two marks. */
function write(text: string): void {
  const readme = join(root, "bench", "README.md");
  const [BEGIN, END] = ["<!-- figures -->", "<!-- end of figures -->"];
  const [intro = "", rest = ""] = readFileSync(readme, "utf8").split(BEGIN);
  writeFileSync(readme, `${intro}${BEGIN}\n\n${text}\n\n${END}${rest.split(END)[1] ?? "\n"}`);
}
