import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { compileTiered, type ProgramRun } from "../../../src/policy/compiler/engine-tier.js";

const set = vi.hoisted(() => [] as string[]);
vi.mock("node:v8", () => ({ setFlagsFromString: (flag: string) => set.push(flag) }));

/** The smallest module there is. */
const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

function engine(v8: string, ...execArgv: readonly string[]): void {
  vi.stubGlobal("process", { versions: { v8 }, execArgv, env: {} });
}

/** The flags that are set for a module, with a word where it does something, and what comes of that. */
function flagsOf(run: ProgramRun, bytes = empty): readonly string[] {
  const { run: doing } = compileTiered(bytes, run);
  doing(() => set.push("work"));
  return set;
}

describe("compileTiered", () => {
  beforeEach(() => {
    set.length = 0;
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("keeps a short run from being optimized, and sets every flag back", () => {
    engine("11.3.244.8-node.38");
    expect(flagsOf("short")).toEqual([
      "--no-wasm-dynamic-tiering",
      "--wasm-dynamic-tiering",
      "--no-wasm-dynamic-tiering",
      "--no-wasm-tier-up",
      "work",
      "--wasm-dynamic-tiering",
      "--wasm-tier-up",
    ]);
  });

  it("has a long run optimized late, and sets the budget back to the version's default", () => {
    engine("13.6.233.17-node.53");
    expect(flagsOf("long")).toEqual(["--wasm-tiering-budget=1000000000", "--wasm-tiering-budget=13000000", "work"]);
  });

  it("sets flags back where the module is none, and where the work fails", () => {
    engine("12.4.254.21-node.57");
    expect(() => compileTiered(Uint8Array.of(1), "short")).toThrow(/WebAssembly/);
    const { run } = compileTiered(empty, "short");
    expect(() =>
      run(() => {
        throw new Error("failed");
      }),
    ).toThrow("failed");
    const tiering = ["--no-wasm-dynamic-tiering", "--wasm-dynamic-tiering"];
    const during = ["--no-wasm-dynamic-tiering", "--no-wasm-tier-up", "--wasm-dynamic-tiering", "--wasm-tier-up"];
    expect(set).toEqual([...tiering, ...tiering, ...during]);
  });

  it("sets none in a version of V8 that it does not know, and none where the process was started with such flags", () => {
    engine("99.0.1");
    expect(flagsOf("short")).toEqual(["work"]);
    engine("11.3.244.8-node.38", "--liftoff-only");
    expect(flagsOf("long")).toEqual(["work", "work"]);
    engine("11.3.244.8-node.38", "--no-wasm-tier-up");
    expect(flagsOf("short")).toEqual(["work", "work", "work"]);
  });
});
