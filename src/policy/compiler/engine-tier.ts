import { setFlagsFromString } from "node:v8";
import { compileModule, type WasmModule } from "../evaluate/web-assembly.js";

/**
 * How long a program in WebAssembly is going to run. V8 optimizes functions that run often, on threads of their own; for the giant ones
 * of a Go program that takes seconds and two hundred megabytes, which only a long run repays (docs/adr/0025).
 */
export type ProgramRun = "short" | "long";

/** A module, and how to run what is in it. */
export interface TieredModule {
  readonly module: WasmModule;
  /** Does work in the module's instances: all calls go through here. */
  readonly run: <Result>(work: () => Result) => Result;
}

/** Where functions start that are never optimized, or late; V8 counts about one for each byte that is run. */
const LATE_BUDGET = 1_000_000_000;

/** The versions of V8 whose flags are known, with their default budget: others would complain on standard error. */
const defaultBudgets: ReadonlyMap<string, number> = new Map([
  ["11.3", 1_800_000],
  ["12.4", 13_000_000],
  ["13.6", 13_000_000],
  ["14.6", 13_000_000],
]);

/**
 * Compiles a module so that V8 does not optimize its functions (`short`), or those alone that run very often (`long`). The flags for it
 * are those of the whole process: each is set only as long as it is read, and set back to the default, so that modules compiled before
 * or afterwards, such as policies, are optimized as ever. Where the version of V8 is not known, or the process was started with such
 * flags, the module is compiled as any other.
 */
export function compileTiered(wasm: Uint8Array, run: ProgramRun): TieredModule {
  const [major = "", minor = ""] = process.versions.v8.split(".");
  const budget = defaultBudgets.get(`${major}.${minor}`);
  if (budget === undefined || startedWithFlags()) return { module: compileModule(wasm), run: (work) => work() };
  const compile = (): WasmModule => compileModule(wasm);
  if (run === "long") {
    const late = {
      set: `--wasm-tiering-budget=${String(LATE_BUDGET)}`,
      back: `--wasm-tiering-budget=${String(budget)}`,
    };
    return { module: withFlags([late], compile), run: (work) => work() };
  }
  // Whether functions are optimized that have run often: up to 12.4 a module keeps what held when it was compiled, later versions ask
  // when a function runs.
  const often = { set: "--no-wasm-dynamic-tiering", back: "--wasm-dynamic-tiering" };
  // Where they are not, V8 optimizes each function when it is called for the first time, unless it is told otherwise by then.
  const first = { set: "--no-wasm-tier-up", back: "--wasm-tier-up" };
  return { module: withFlags([often], compile), run: (work) => withFlags([often, first], work) };
}

function withFlags<Result>(
  flags: readonly { readonly set: string; readonly back: string }[],
  work: () => Result,
): Result {
  for (const { set } of flags) setFlagsFromString(set);
  try {
    return work();
  } finally {
    for (const { back } of flags) setFlagsFromString(back);
  }
}

/** Whether somebody chose flags for WebAssembly, whose values nothing tells: they could not be set back. */
function startedWithFlags(): boolean {
  return /--(?:no-?)?(?:wasm|liftoff)/.test([...process.execArgv, process.env["NODE_OPTIONS"] ?? ""].join(" "));
}
