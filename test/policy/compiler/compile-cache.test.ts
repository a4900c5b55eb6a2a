import { readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { compileCached } from "../../../src/policy/compiler/compile-cache.js";
import type { CompileRequest, CompileResult } from "../../../src/policy/compiler/protocol.js";
import { temporaryFolder } from "../../support/folder.js";

const request: CompileRequest = {
  modules: { "a.rego": "package a\n\np := 1\n", "b.rego": "package b\n" },
  entrypoints: ["a/p"],
};
const policy = {
  ok: true,
  wasm: new Uint8Array([0, 97, 115, 109, 10, 0]),
  entrypoints: ["a/p"],
  requiredBuiltins: ["aims:sprintf"],
  warnings: [],
} as const;

let folder: string;
let compiled: number;
let answer: CompileResult;
const load = (): Promise<{ compile(): CompileResult }> =>
  Promise.resolve({
    compile: () => {
      compiled++;
      return answer;
    },
  });
const ask = (asked = request, cacheFolder = folder): ReturnType<typeof compileCached> =>
  compileCached(asked, { cacheFolder, load });
const onlyEntry = (): string => {
  const [name = "", ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return join(folder, name);
};

beforeEach(() => {
  folder = temporaryFolder();
  compiled = 0;
  answer = policy;
});

describe("compileCached", () => {
  it("compiles once, and finds the same the second time without asking for the compiler", async () => {
    expect(await ask()).toEqual({ ...policy, cached: false });
    const never = (): Promise<never> => Promise.reject(new Error("the compiler was loaded"));
    expect(await compileCached(request, { cacheFolder: folder, load: never })).toEqual({ ...policy, cached: true });
    const reversed = { ...request, modules: Object.fromEntries(Object.entries(request.modules).reverse()) };
    expect(await ask(reversed)).toEqual({ ...policy, cached: true });
    expect(compiled).toBe(1);
  });

  it.each<[string, CompileRequest]>([
    ["a source", { ...request, modules: { ...request.modules, "a.rego": "package a\n\np := 2\n" } }],
    ["a path", { ...request, modules: { "a.rego": "package a\n\np := 1\n", "c.rego": "package b\n" } }],
    ["the entrypoints", { ...request, entrypoints: ["a"] }],
    ["the capabilities", { ...request, capabilities: { builtins: [] } }],
    [
      "where a path ends and a text begins",
      { ...request, modules: { "a.regop": "ackage a\n\np := 1\n", "b.rego": "package b\n" } },
    ],
  ])("compiles anew when %s differs", async (_what, other) => {
    await ask();
    expect(await ask(other)).toEqual({ ...policy, cached: false });
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it.each<[string, (path: string) => void]>([
    [
      "cut off",
      (path) => {
        truncateSync(path, readFileSync(path).length - 1);
      },
    ],
    [
      "emptied",
      (path) => {
        truncateSync(path, 0);
      },
    ],
    [
      "a bit of the policy changed",
      (path) => {
        const bytes = readFileSync(path);
        bytes[bytes.length - 3] = 1;
        writeFileSync(path, bytes);
      },
    ],
    [
      "something else",
      (path) => {
        writeFileSync(path, "aims-policy 1 {}\n{}\n");
      },
    ],
  ])("makes an entry anew that was %s", async (_what, damage) => {
    await ask();
    const sound = readFileSync(onlyEntry());
    damage(onlyEntry());
    expect(await ask()).toEqual({ ...policy, cached: false });
    expect(readFileSync(onlyEntry())).toEqual(sound);
    expect(await ask()).toEqual({ ...policy, cached: true });
  });

  it("refuses a sound entry that stands under another's name", async () => {
    await ask();
    const bytes = readFileSync(onlyEntry());
    const other = { ...request, entrypoints: ["b"] };
    rmSync(onlyEntry());
    await ask(other);
    writeFileSync(onlyEntry(), bytes);
    expect(await ask(other)).toMatchObject({ cached: false });
  });

  it("lets many write the same and different entries at once", async () => {
    const others = Array.from({ length: 8 }, (_, i) => ({ ...request, entrypoints: [`a/p${String(i)}`] }));
    const asked = await Promise.all([...others, ...others, ...others].map((each) => ask(each)));
    expect(asked.every((result) => result.ok)).toBe(true);
    expect(readdirSync(folder)).toHaveLength(8);
    expect(readdirSync(folder).every((name) => name.endsWith(".policy"))).toBe(true);
    for (const each of others) expect(await ask(each)).toMatchObject({ cached: true });
  });

  it("keeps no failures", async () => {
    answer = { ok: false, errors: [{ code: "rego_type_error", message: "m", file: "a.rego", row: 1, column: 1 }] };
    expect(await ask()).toEqual({ ...answer, cached: false });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("works without a folder and with one that cannot be made", async () => {
    expect(await compileCached(request, { load })).toEqual({ ...policy, cached: false });
    const file = join(folder, "file");
    writeFileSync(file, "");
    // No user can make a folder below a file.
    expect(await ask(request, join(file, "cache"))).toEqual({ ...policy, cached: false });
    expect(readFileSync(file, "utf8")).toBe("");
  });

  it("works with a folder in which the entry cannot be put in place, and leaves nothing unfinished", async () => {
    await ask();
    const path = onlyEntry();
    rmSync(path);
    // A folder that is not empty stands where the entry belongs, so that reading and renaming fail.
    const blocked = join(path, "x");
    const { mkdirSync } = await import("node:fs");
    mkdirSync(blocked, { recursive: true });
    expect(await ask()).toEqual({ ...policy, cached: false });
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("makes room for new entries and clears away what was left unfinished long ago", async () => {
    for (let i = 0; i < 104; i++) {
      const path = join(folder, `${String(i).padStart(3, "0")}.policy`);
      writeFileSync(path, "");
      utimesSync(path, 1000 + i, 1000 + i);
    }
    const abandoned = join(folder, "old.policy.1-0-0.part");
    writeFileSync(abandoned, "");
    utimesSync(abandoned, 1000, 1000);
    writeFileSync(join(folder, "new.policy.2-0-0.part"), "");
    writeFileSync(join(folder, "notes.txt"), "");
    await ask();
    const names = readdirSync(folder).sort();
    expect(names.filter((name) => name.endsWith(".policy"))).toHaveLength(100);
    expect(names.slice(0, 1)).toEqual(["005.policy"]);
    expect(names).toContain("new.policy.2-0-0.part");
    expect(names).toContain("notes.txt");
    expect(names).not.toContain("old.policy.1-0-0.part");
    expect(await ask()).toMatchObject({ cached: true });
  });
});
