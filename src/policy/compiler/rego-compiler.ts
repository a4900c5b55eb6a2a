import { readCompiler } from "./compiler-build.js";
import type { ProgramRun, TieredModule } from "./engine-tier.js";
import { startGoInstance } from "./go-instance.js";
import type { GoInstance } from "./go-instance.js";
import { policyExports } from "./policy-exports.js";
import type {
  CheckRequest,
  CheckResult,
  CompileRequest,
  CompileResult,
  EvaluateRequest,
  EvaluateResult,
  EvaluateRow,
  FormatRequest,
  FormatResult,
  InspectRequest,
  InspectResult,
  RegoProblem,
  RegoSources,
  TestRequest,
  TestResult,
} from "./protocol.js";
import { RegoCompilerError } from "./rego-compiler-error.js";

/**
 * OPA's compiler, test runner, formatter and evaluator in this process. Every method answers at once; errors of the sources
 * are part of the answer. All of them throw RegoCompilerError when the compiler breaks: the request is lost then, and the
 * next one is answered by a fresh instance.
 */
export interface RegoCompiler {
  /** Compiles the modules, in strict mode, to one WebAssembly policy that iterates in OPA's order. Calls of `print` are dropped. */
  compile(request: CompileRequest): CompileResult;
  /** Describes each module by itself: METADATA, declared rules, what it imports and reads. */
  inspect(request: InspectRequest): InspectResult;
  /**
   * Says what is wrong with the modules: strict mode, unknown builtins, paths into the input that its schema lacks, and
   * iterations whose order a compiled policy cannot keep.
   */
  check(request: CheckRequest): CheckResult;
  /** Runs the rules named test_... of the modules on OPA's own evaluator. @param onTestEnded called after each of them */
  test(request: TestRequest, onTestEnded?: () => void): TestResult;
  /** Lays a module out in OPA's own style. */
  format(request: FormatRequest): FormatResult;
  /** Asks OPA's own evaluator, with errors of builtins being undefined as in a compiled policy. */
  evaluate(request: EvaluateRequest): EvaluateResult;
}

let loaded: Promise<RegoCompiler> | undefined;

/** From this number of modules on, compiling is a long run. */
const MANY_MODULES = 50;

/** How long compiling takes, by the number of modules. */
export function runFor(modules: RegoSources): ProgramRun {
  return Object.keys(modules).length < MANY_MODULES ? "short" : "long";
}

/**
 * Loads the compiler, once in a thread: about a quarter of a second, and some 250 MB of memory once it has compiled, 450 MB for a long run.
 *
 * @param run what it is loaded for; a compiler that is loaded already stays as it is
 * @throws RegoCompilerError when its files are missing or damaged
 */
export function loadRegoCompiler(run: ProgramRun = "long"): Promise<RegoCompiler> {
  loaded ??= load(run).catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(run: ProgramRun): Promise<RegoCompiler> {
  const { program, runtime } = await readCompiler(run);
  return new ResidentCompiler(program, (onTestEnded) => startGoInstance(runtime, program.module, onTestEnded));
}

/** The properties of requests that hold sources. */
interface SourcesOf {
  readonly modules?: RegoSources;
  readonly path?: string;
  readonly text?: string;
}

interface CompileAnswer {
  readonly errors: readonly RegoProblem[];
  readonly warnings?: readonly RegoProblem[];
}

interface FormatAnswer {
  readonly text?: string;
  readonly errors: readonly RegoProblem[];
}

interface EvaluateAnswer {
  readonly rows: string;
  readonly errors: readonly RegoProblem[];
}

interface Answered<Result> {
  readonly result: Result;
  readonly wasm: Uint8Array<ArrayBuffer>;
}

class ResidentCompiler implements RegoCompiler {
  readonly #program: TieredModule;
  readonly #start: () => GoInstance;
  #instance: GoInstance | undefined;
  #onTestEnded: () => void = () => undefined;

  constructor(program: TieredModule, start: (onTestEnded: () => void) => GoInstance) {
    this.#program = program;
    this.#start = () =>
      program.run(() =>
        start(() => {
          this.#onTestEnded();
        }),
      );
    this.#instance = this.#start();
  }

  compile(request: CompileRequest): CompileResult {
    const { result, wasm } = this.#ask<CompileAnswer>("compile", request, (errors) => ({ errors }));
    const { errors, warnings = [] } = result;
    return errors.length > 0 ? { ok: false, errors } : { ok: true, wasm, warnings, ...policyExports(wasm) };
  }

  inspect(request: InspectRequest): InspectResult {
    return this.#ask<InspectResult>("inspect", request, (errors) => ({ modules: [], errors })).result;
  }

  check(request: CheckRequest): CheckResult {
    return this.#ask<CheckResult>("check", request, (errors) => ({ errors })).result;
  }

  test(request: TestRequest, onTestEnded: () => void = () => undefined): TestResult {
    this.#onTestEnded = onTestEnded;
    return this.#ask<TestResult>("test", request, (errors) => ({ tests: [], errors })).result;
  }

  format(request: FormatRequest): FormatResult {
    const { text, errors } = this.#ask<FormatAnswer>("format", request, (problems) => ({ errors: problems })).result;
    return text === undefined ? { ok: false, errors } : { ok: true, text };
  }

  evaluate(request: EvaluateRequest): EvaluateResult {
    const { rows, errors } = this.#ask<EvaluateAnswer>("evaluate", request, (problems) => ({
      rows: "[]",
      errors: problems,
    })).result;
    if (errors.length > 0) return { ok: false, errors };
    return { ok: true, rows: JSON.parse(rows) as EvaluateRow[], text: rows };
  }

  /** `failed` makes the result that holds nothing but problems. */
  #ask<Result>(
    op: string,
    request: SourcesOf & object,
    failed: (errors: readonly RegoProblem[]) => Result,
  ): Answered<Result> {
    try {
      const { json, wasm } = this.#answer(JSON.stringify({ ...request, op }));
      const { result, fault } = JSON.parse(json) as { result?: Result; fault?: string };
      if (result === undefined) throw this.#broken(fault ?? "no answer");
      return { result, wasm };
    } catch (error) {
      if (!isStackOverflow(error)) throw error;
      const errors = this.#tooDeep(request);
      if (errors.length === 0) throw error;
      return { result: failed(errors), wasm: new Uint8Array() };
    }
  }

  #answer(request: string): ReturnType<GoInstance["answer"]> {
    const instance = (this.#instance ??= this.#start());
    let answered;
    try {
      answered = this.#program.run(() => instance.answer(request));
    } catch (error) {
      throw this.#broken(error instanceof Error ? error.message : String(error), error);
    }
    // A Go program that ends in the middle of a call returns from it all the same.
    if (instance.exited()) throw this.#broken("the program ended");
    return answered;
  }

  /** Finds the modules that use up the stack of WebAssembly by themselves: their authors can correct that. */
  #tooDeep({ modules, path, text }: SourcesOf): readonly RegoProblem[] {
    const sources = modules ?? (path === undefined || text === undefined ? {} : { [path]: text });
    const problems: RegoProblem[] = [];
    for (const file of Object.keys(sources).sort()) {
      try {
        this.#answer(JSON.stringify({ op: "check", modules: { [file]: sources[file] } }));
      } catch (error) {
        if (!isStackOverflow(error)) throw error;
        const message = "an expression is too long or nested too deeply for the compiler: split it into rules";
        problems.push({ code: "rego_parse_error", message, file, row: 1, column: 1 });
      }
    }
    return problems;
  }

  #broken(reason: string, cause?: unknown): RegoCompilerError {
    const output = this.#instance?.output() ?? "";
    this.#instance?.stop();
    this.#instance = undefined;
    const [firstLine = "", ...others] = reason.split("\n");
    return new RegoCompilerError(
      `The Rego compiler failed: ${firstLine}`,
      [...others, output].join("\n").trim(),
      cause,
    );
  }
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof RegoCompilerError && error.cause instanceof RangeError;
}
