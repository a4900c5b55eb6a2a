import { compileFunction } from "node:vm";
import { webAssembly } from "../evaluate/web-assembly.js";
import type { WasmInstance, WasmModule } from "../evaluate/web-assembly.js";
import { RegoCompilerError } from "./rego-compiler-error.js";

/** The function that the Go program hands to its host. */
type Answer = (request: string) => { readonly json: string; readonly wasm: Uint8Array<ArrayBuffer> };

/** The part of the class `Go` of wasm_exec.js that is used here. */
interface GoRuntime {
  readonly importObject: Record<string, Record<string, unknown>>;
  exit: (code: number) => void;
  run(instance: WasmInstance): Promise<void>;
}

export interface GoInstance {
  readonly answer: Answer;
  /** The end of the program's output. */
  output(): string;
  /** The program ended, so that nothing answers any more. */
  exited(): boolean;
  /** Clears the program's timers; it is not to be asked afterwards. */
  stop(): void;
}

const MAX_OUTPUT = 20_000;

/**
 * Starts the Go program and waits until it answers. `runtime` is the text of Go's wasm_exec.js, which wants to find the
 * platform in globals and leaves its class in one: it is given globals of its own, so that neither happens, and finds no
 * file system, network, environment or clock there.
 *
 * @param onTestEnded called after each test that the program runs
 * @throws RegoCompilerError when the program ends at once
 */
export function startGoInstance(runtime: string, program: WasmModule, onTestEnded: () => void): GoInstance {
  const timers = new Timers();
  let output = "";
  let exited = false;
  let answer: Answer | undefined;
  const write = (text: string): void => {
    output = (output + text).slice(-MAX_OUTPUT);
  };
  const globals: Record<string, unknown> = {
    Object,
    Array,
    Uint8Array,
    TextEncoder,
    TextDecoder,
    performance,
    Date: UtcDate,
    crypto: sameSeed,
    onRegoTestEnded: onTestEnded,
    onRegoCompilerReady: (ready: Answer) => {
      answer = ready;
    },
  };
  const lexical: Record<string, unknown> = {
    globalThis: globals,
    Date: UtcDate,
    crypto: sameSeed,
    fs: {
      writeSync: (_descriptor: number, bytes: Uint8Array) => {
        write(new TextDecoder().decode(bytes));
      },
    },
    console: { log: write, warn: write, error: write },
    setTimeout: timers.set,
    clearTimeout: timers.clear,
  };
  const define = compileFunction(runtime, Object.keys(lexical)) as (...values: unknown[]) => void;
  define(...Object.values(lexical));
  const go = new (globals["Go"] as new () => GoRuntime)();
  go.exit = () => {
    exited = true;
  };
  const running = go.run(new webAssembly.Instance(program, go.importObject));
  // A later failure is seen by the next request.
  running.catch((error: unknown) => {
    exited = true;
    write(String(error));
  });
  if (answer === undefined) throw new RegoCompilerError("The Rego compiler did not start.", output);
  return {
    answer,
    output: () => output,
    exited: () => exited,
    stop: () => {
      timers.clearAll();
    },
  };
}

/** Timers that keep no process alive and can be given up all at once. */
class Timers {
  readonly #pending = new Set<NodeJS.Timeout>();

  readonly set = (callback: () => void, delay: number): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      this.#pending.delete(timer);
      callback();
    }, delay);
    timer.unref();
    this.#pending.add(timer);
    return timer;
  };

  readonly clear = (timer: NodeJS.Timeout): void => {
    this.#pending.delete(timer);
    clearTimeout(timer);
  };

  clearAll(): void {
    for (const timer of this.#pending) this.clear(timer);
  }
}

/** Rules have no clock and no time zone, and neither has their compiler. */
class UtcDate {
  static now(): number {
    return 0;
  }
  getTime(): number {
    return 0;
  }
  getTimezoneOffset(): number {
    return 0;
  }
}

/** Go seeds the order of its maps with this. Nothing secret is made, and the same request shall take the same path. */
const sameSeed = { getRandomValues: (bytes: Uint8Array): Uint8Array => bytes.fill(0x5a) };
