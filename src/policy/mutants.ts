import { availableParallelism } from "node:os";
import type { JsonObject } from "../foundation/json-value.js";
import { by } from "../foundation/order.js";
import type { Sha256 } from "../foundation/sha256.js";
import { runTask } from "./bounded/run-task.js";
import { compilerBuild } from "./compiler/compiler-build.js";
import { readCached, sha256, writeCached } from "./compiler/content-cache.js";
import type { InspectedModule, RegoSources } from "./compiler/protocol.js";
import { loadRegoCompiler } from "./compiler/rego-compiler.js";
import { AskedTests } from "./mutants/asked-tests.js";
import { changesOf, withChange, type Change, type ChangeKind } from "./mutants/changes.js";
import type { AskedTest, AskTests, MutantAnswer, MutantJob } from "./mutants/job.js";
import { isTest } from "./packages.js";

export type { ChangeKind } from "./mutants/changes.js";
export type { AskTests } from "./mutants/job.js";

/** What the tests make of a changed module. */
export type MutantState =
  /** A test fails, or takes longer than its limit. */
  | "noticed"
  /** No test fails. */
  | "survived"
  /** The changed module does not compile. */
  | "refused";

/** A change of a module, and what became of it. */
export interface JudgedMutant {
  readonly kind: ChangeKind;
  /** What is changed, such as `"<" to "<="`. */
  readonly change: string;
  /** From 1. */
  readonly row: number;
  /** The line, without the blanks around it. */
  readonly line: string;
  readonly state: MutantState;
  /** The full name of a test that noticed it; left out where the changed rule came to no end. */
  readonly test?: string;
}

/** A module, with its changes by their place. */
export interface JudgedModule {
  readonly file: string;
  /** Without the leading "data". */
  readonly package: string;
  /** How many tests were asked. */
  readonly tests: number;
  readonly mutants: readonly JudgedMutant[];
  /** Why its changes could not be judged. */
  readonly unusable?: string;
}

export interface MutantOptions {
  /** Paths of the modules that are changed. */
  readonly files: readonly string[];
  readonly data: JsonObject;
  /** Longest time that one test may take, in milliseconds. */
  readonly timeLimitMs: number;
  /** Milliseconds after which no further module is begun. */
  readonly budgetMs?: number;
  /**
   * A folder where what became of the changes of a module is kept, so that a run that was broken off goes on, and the next one judges only
   * what is not as it was. An absolute path; made when it is missing.
   */
  readonly keptIn?: string;
  /** Who asks the tests, where it is not the compiled policy in a thread of its own. */
  readonly ask?: AskTests;
  /** Told how many of the modules are done. */
  readonly onModule?: (done: number, all: number) => void;
}

/** Changes that are compiled at a time. */
const MOST_AT_A_TIME = 40;

/** Modules that one thread takes at a time: it compiles the faster the longer it runs. */
const MOST_MODULES = 12;

/** Threads at a time, each of which takes half a gigabyte. */
const MOST_LANES = 4;

/** Modules whose results are kept in one folder, those of older sources among them. */
const MOST_KEPT = 2000;

/**
 * Changes modules in one place at a time, and asks their tests, as WASM, about each change: those that read the package of the module, and,
 * of a library, those of rules that use it.
 * @param sources rules and tests, all of which compile and pass
 * @returns the modules that were judged, by path
 */
export async function judgeChanges(sources: RegoSources, options: MutantOptions): Promise<readonly JudgedModule[]> {
  const compiler = await loadRegoCompiler("short");
  const { modules } = compiler.inspect({ modules: sources });
  const asked = new AskedTests(sources, modules);
  const plans = [...options.files].sort(by((file) => file)).flatMap((file) => {
    const module = modules.find(({ path }) => path === file);
    return module === undefined || isTest({ name: file }) ? [] : [new Plan(module, sources, asked)];
  });
  await Promise.all(plans.map((plan) => plan.recall(options)));
  const waiting = plans.filter((plan) => !plan.done).sort((a, b) => b.changes.length - a.changes.length);
  const lanes = Math.min(availableParallelism(), MOST_LANES);
  // Small enough that all threads end at about the same time.
  const share = Math.min(MOST_MODULES, Math.ceil(waiting.length / (3 * lanes)));
  const begun = performance.now();
  const lane = async (): Promise<void> => {
    while (waiting.length > 0) {
      if (options.budgetMs !== undefined && performance.now() - begun > options.budgetMs) return;
      const batch = waiting.splice(0, share);
      // Most changes are noticed by the first tests; the others are asked about the few that are left.
      for (let round = 0; batch.some((plan) => !plan.done); round += 1) {
        await judgeRound(batch, round, sources, options);
        const ended = batch.filter((plan) => !plan.done && !plan.isOpenAfter(round));
        await Promise.all(ended.map((plan) => plan.end(options)));
        options.onModule?.(plans.filter((plan) => plan.done).length, plans.length);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return plans.filter((plan) => plan.done).map((plan) => plan.result());
}

/** Asks in a thread, and once more about the others where one comes to no end. */
async function judgeRound(
  plans: readonly Plan[],
  round: number,
  sources: RegoSources,
  { data, timeLimitMs, ask }: MutantOptions,
): Promise<void> {
  const byFile = new Map(plans.map((plan) => [plan.module.path, plan]));
  let jobs = plans.flatMap((plan) => plan.jobs(round));
  while (jobs.length > 0) {
    let answers = 0;
    const onMutant = ({ file, id, outcome }: MutantAnswer): void => {
      answers += 1;
      byFile.get(file)?.answer(id, outcome, round);
    };
    if (ask !== undefined) {
      await ask.ask({ sources, data, jobs, timeLimitMs }, onMutant);
      return;
    }
    const ended = await runTask({ kind: "mutants", sources, data, jobs }, { testLimit: timeLimitMs, onMutant });
    if (ended !== undefined) return;
    // Without an answer, it was the first of them that took all the time.
    if (answers === 0) byFile.get(jobs[0]?.file ?? "")?.giveUp();
    jobs = plans.flatMap((plan) => plan.jobs(round));
  }
}

/** The changes of one module, who is asked about them, and what they said. */
class Plan {
  readonly module: InspectedModule;
  readonly changes: readonly Change[];
  done = false;
  readonly #text: string;
  /** Tests that are asked together, one list after another. */
  readonly #rounds: readonly (readonly AskedTest[])[];
  /** By the number of the change; 0 is the module as it is. */
  readonly #outcomes = new Map<number, MutantAnswer["outcome"]>();
  /** By the number of the change: the last round in which it was asked about. */
  readonly #asked = new Map<number, number>();
  /** The texts of the module, its tests, and all that they read. */
  readonly #read: RegoSources;
  #kept: JudgedModule | undefined;

  constructor(module: InspectedModule, sources: RegoSources, asked: AskedTests) {
    this.module = module;
    this.#text = sources[module.path] ?? "";
    this.changes = changesOf(this.#text);
    this.#rounds = asked.about(module);
    this.#read = asked.read(module, this.#rounds.flat());
  }

  /** Takes what was kept of it. */
  async recall(options: MutantOptions): Promise<void> {
    if (options.keptIn === undefined) return;
    const entry = await readCached(options.keptIn, this.#key(options));
    this.#kept = entry?.head as JudgedModule | undefined;
    this.done = this.#kept !== undefined;
  }

  /** All that is to be asked was asked. */
  async end(options: MutantOptions): Promise<void> {
    this.done = true;
    const result = this.result();
    // What takes too long today may not do so tomorrow.
    if (options.keptIn === undefined || result.unusable !== undefined) return;
    await writeCached(options.keptIn, this.#key(options), { head: result, bytes: new Uint8Array() }, MOST_KEPT);
  }

  /** The digest of all that its result depends on. */
  #key({ data, timeLimitMs, ask }: MutantOptions): Sha256 {
    const { path } = this.module;
    const all = [
      "mutants",
      ask?.name ?? compilerBuild().wasm.sha256,
      timeLimitMs,
      data,
      path,
      this.#read,
      this.#rounds,
      this.changes,
    ];
    return sha256(JSON.stringify(all));
  }

  /** What is still to be asked in a round. */
  jobs(round: number): MutantJob[] {
    const tests = this.#rounds[round] ?? [];
    const open = tests.length === 0 ? [] : this.#open().filter((id) => (this.#asked.get(id) ?? -1) < round);
    const mutants = open.flatMap((id) => {
      const change = this.changes[id - 1];
      return change === undefined ? [] : [{ id, text: withChange(this.#text, change) }];
    });
    const count = Math.ceil(mutants.length / MOST_AT_A_TIME);
    return Array.from({ length: count }, (_, i) => ({
      file: this.module.path,
      mutants: mutants.slice(i * MOST_AT_A_TIME, (i + 1) * MOST_AT_A_TIME),
      tests,
    }));
  }

  /** Whether something is left to be asked in a later round. */
  isOpenAfter(round: number): boolean {
    return round + 1 < this.#rounds.length && this.#open().length > 0;
  }

  /** Numbers of the changes that no test has noticed. */
  #open(): number[] {
    if (this.#outcomes.get(0)?.kind === "unusable") return [];
    const numbers = this.changes.map((_, i) => i + 1);
    return numbers.filter((id) => (this.#outcomes.get(id)?.kind ?? "survived") === "survived");
  }

  answer(id: number, outcome: MutantAnswer["outcome"], round: number): void {
    this.#outcomes.set(id, outcome);
    this.#asked.set(id, round);
  }

  /** Its changes are asked about no further: what nobody told is no survivor. */
  giveUp(): void {
    const reason = "its changes take longer than two minutes to compile";
    this.#outcomes.set(0, { kind: "unusable", reason });
  }

  result(): JudgedModule {
    if (this.#kept !== undefined) return this.#kept;
    const { path, package: name } = this.module;
    const whole = this.#outcomes.get(0);
    const lines = this.#text.split(/\r?\n/);
    const head = { file: path, package: name, tests: this.#rounds.flat().length };
    if (whole?.kind === "unusable") return { ...head, mutants: [], unusable: whole.reason };
    const mutants = this.changes.map(({ kind, words, row }, i): JudgedMutant => {
      const outcome = this.#outcomes.get(i + 1);
      const told = { kind, change: words, row, line: (lines[row - 1] ?? "").trim() };
      // A thread that was ended was at a change that had begun.
      if (outcome?.kind === "noticed") return { ...told, state: "noticed", test: outcome.test };
      if (outcome?.kind === "began") return { ...told, state: "noticed" };
      return { ...told, state: outcome?.kind === "refused" ? "refused" : "survived" };
    });
    return { ...head, mutants };
  }
}
