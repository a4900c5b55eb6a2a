import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { loadRegoCompiler } from "../../src/policy/compiler/rego-compiler.js";
import { chosenMutant, MutantCopies } from "../../src/policy/mutants/copies.js";
import type { AskedTest, AskTests, MutantJob } from "../../src/policy/mutants/job.js";
import { neededModules } from "../../src/policy/rules/needed-modules.js";

type Task = Parameters<AskTests["ask"]>[0];
type Tell = Parameters<AskTests["ask"]>[1];
type Modules = ConstructorParameters<typeof MutantCopies>[1];

const START_LIMIT_MS = 60_000;

/**
 * Asks OPA itself, which compiles in a second what the compiler in WebAssembly takes half a minute for. What it makes of the changes is the
 * same: the tests say the same on both.
 * @param opa the program
 * @returns undefined where there is none
 */
export function askOpa(opa = "opa"): AskTests | undefined {
  const { status, stdout } = spawnSync(opa, ["version"], { encoding: "utf8" });
  const version = /^Version: (\S+)$/m.exec(stdout)?.[1];
  if (status !== 0 || version === undefined) return undefined;
  let known: { readonly sources: Task["sources"]; readonly modules: Modules } | undefined;
  return {
    name: `opa ${version}`,
    ask: async (task, tell) => {
      const { sources } = task;
      if (known?.sources !== sources) {
        known = { sources, modules: (await loadRegoCompiler("short")).inspect({ modules: sources }).modules };
      }
      const { modules } = known;
      for (const job of task.jobs) await askAbout(opa, job, task, modules, tell);
    },
  };
}

async function askAbout(opa: string, job: MutantJob, task: Task, modules: Modules, tell: Tell): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aims-mutants-"));
  try {
    const copies = writeCopies(opa, folder, job, task, modules, tell);
    if (copies === undefined) return;
    const data = JSON.stringify({ ...task.data, [chosenMutant]: 0 });
    writeFileSync(join(folder, "rules", "data.json"), data);
    const server = new OpaServer(opa, folder, task.timeLimitMs);
    try {
      await server.begun();
      await judge(job, copies.ids, server, tell);
    } finally {
      await server.end();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the changed modules with what they need; those that OPA refuses are left out. */
function writeCopies(
  opa: string,
  folder: string,
  { file, mutants, tests }: MutantJob,
  { sources }: Task,
  modules: Modules,
  tell: Tell,
): MutantCopies | undefined {
  const testers = modules.filter((each) => tests.some((test) => test.package === each.package));
  const needed = neededModules([file, ...testers.map(({ path }) => path)], modules);
  const kept = Object.fromEntries(needed.map(({ path }) => [path, sources[path] ?? ""]));
  const copies = new MutantCopies(kept, modules, file, mutants);
  const rules = join(folder, "rules");
  for (;;) {
    rmSync(rules, { recursive: true, force: true });
    for (const [path, text] of Object.entries(copies.sources())) {
      mkdirSync(dirname(join(rules, path)), { recursive: true });
      writeFileSync(join(rules, path), text);
    }
    const args = ["check", "--strict", "--max-errors", "0", "--format", "json", rules];
    const { status, stdout, stderr } = spawnSync(opa, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
    if (status === 0) return copies;
    const { errors } = JSON.parse(stdout === "" ? stderr : stdout) as OpaErrors;
    const problems = errors.map(({ message, location }) => ({
      code: "",
      message,
      file: relative(rules, location.file),
      row: location.row,
      column: 1,
    }));
    const refused = copies.refuse(problems);
    if (refused === undefined || refused.includes(0)) {
      tell({ file, id: 0, outcome: { kind: "unusable", reason: errors[0]?.message ?? "it does not compile" } });
      return undefined;
    }
    for (const id of refused) tell({ file, id, outcome: { kind: "refused" } });
  }
}

interface OpaErrors {
  readonly errors: readonly {
    readonly message: string;
    readonly location: { readonly file: string; readonly row: number };
  }[];
}

async function judge({ file, tests }: MutantJob, ids: readonly number[], server: OpaServer, tell: Tell): Promise<void> {
  const packages = [...new Set(tests.map((test) => test.package))];
  const groups = packages.map((name) => tests.filter((test) => test.package === name));
  const expected = await Promise.all(groups.map((group) => server.answers(group)));
  const [failing] = groups.flatMap((group, i) => group.filter(({ name }) => !holds(expected[i]?.get(name)?.[0])));
  if (failing !== undefined) {
    const reason = `the test ${failing.name} does not pass when the rule is compiled beside its changes`;
    tell({ file, id: 0, outcome: { kind: "unusable", reason } });
    return;
  }
  tell({ file, id: 0, outcome: { kind: "survived" } });
  // What noticed one change is likely to notice the next one.
  const order = [...groups.keys()];
  for (const id of ids) {
    if (id === 0) continue;
    tell({ file, id, outcome: { kind: "began" } });
    await server.choose(id);
    let test: AskedTest | undefined;
    for (const [place, i] of order.entries()) {
      test = await differing(groups[i] ?? [], expected[i], server);
      if (test === undefined) continue;
      order.splice(place, 1);
      order.unshift(i);
      break;
    }
    const outcome =
      test === undefined
        ? ({ kind: "survived" } as const)
        : ({ kind: "noticed", test: `data.${test.package}.${test.name}` } as const);
    tell({ file, id, outcome });
  }
}

/** The first of some tests that says otherwise; where OPA ends in an error, or in time, the one that does. */
async function differing(
  tests: readonly AskedTest[],
  expected: Answers | undefined,
  server: OpaServer,
): Promise<AskedTest | undefined> {
  const said = await server.answers(tests);
  const differs = (test: AskedTest, now: Answers | undefined): boolean =>
    JSON.stringify(now?.get(test.name)) !== JSON.stringify(expected?.get(test.name));
  if (said !== undefined) return tests.find((test) => differs(test, said));
  for (const test of tests) if (differs(test, await server.answers([test]))) return test;
  return tests[0];
}

/** By the name of a test, what it gives: one value, or none. */
type Answers = ReadonlyMap<string, readonly unknown[]>;

/** Whether a test passes: true, or true in each of its cases. */
function holds(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === true;
  const cases = Object.values(value);
  return cases.length > 0 && cases.every(holds);
}

class OpaServer {
  readonly #socket: string;
  readonly #timeLimitMs: number;
  readonly #process: ChildProcess;

  constructor(opa: string, folder: string, timeLimitMs: number) {
    this.#socket = join(folder, "opa.sock");
    this.#timeLimitMs = timeLimitMs;
    const args = ["run", "--server", "--addr", `unix://${this.#socket}`, "--log-level", "error", join(folder, "rules")];
    this.#process = spawn(opa, [...args, "--skip-version-check"], { stdio: "ignore" });
  }

  async begun(): Promise<void> {
    const limit = performance.now() + START_LIMIT_MS;
    while ((await this.#send("GET", "/health", "")) === undefined) {
      if (performance.now() > limit) throw new Error("OPA does not answer.");
      await delay(20);
    }
  }

  async choose(id: number): Promise<void> {
    await this.#send("PUT", `/v1/data/${chosenMutant}`, String(id));
  }

  /** What tests give; undefined where one of them ends in an error, or takes too long. */
  async answers(tests: readonly AskedTest[]): Promise<Answers | undefined> {
    const asked = tests.map(({ package: name, name: test }) => `"${test}": [given | given := data.${name}.${test}]`);
    const query = JSON.stringify({ query: `answers = {${asked.join(", ")}}`, input: {} });
    const said = await this.#send("POST", "/v1/query", query);
    if (said === undefined) return undefined;
    const { result } = JSON.parse(said) as { result?: { answers: Record<string, unknown[]> }[] };
    return new Map(Object.entries(result?.[0]?.answers ?? {}));
  }

  async end(): Promise<void> {
    const exit = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await exit;
  }

  /** The body of an answer; undefined where there is none, or an error. */
  #send(method: string, path: string, body: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      const sent = request({ socketPath: this.#socket, method, path, timeout: this.#timeLimitMs }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (piece: string) => (text += piece));
        response.on("end", () => {
          resolve((response.statusCode ?? 500) < 300 ? text : undefined);
        });
      });
      sent.on("timeout", () => sent.destroy());
      sent.on("error", () => {
        resolve(undefined);
      });
      sent.end(body);
    });
  }
}
