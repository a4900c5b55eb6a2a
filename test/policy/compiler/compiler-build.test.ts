import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compilerBuild } from "../../../src/policy/compiler/compiler-build.js";
import { projectPath } from "../../support/project.js";

const folder = projectPath("compiler/build");
const packed = readFileSync(join(folder, "rego-compiler.wasm.br"));
const digest = (bytes: Uint8Array): { sha256: string; bytes: number } => ({
  sha256: createHash("sha256").update(bytes).digest("hex"),
  bytes: bytes.length,
});

describe("the committed build of the Rego compiler", () => {
  const program = brotliDecompressSync(packed);

  it("is the one that build.json describes", () => {
    const { brotli, wasm, go, opa } = compilerBuild();
    expect({ brotli, wasm }).toEqual({ brotli: digest(packed), wasm: digest(program) });
    const required = readFileSync(join(folder, "../go.mod"), "utf8");
    expect(required).toContain(`toolchain ${go}\n`);
    expect(required).toContain(`github.com/open-policy-agent/opa ${opa}\n`);
  });

  it("names no folder of the machine that built it", () => {
    for (const path of ["/go/pkg/mod", "/usr/local/go", "/home/", "/tmp/aims"])
      expect(program.includes(path)).toBe(false);
  });

  it("travels with the licences of everything that it is made of", () => {
    const licences = readFileSync(join(folder, "THIRD-PARTY-LICENSES.txt"), "utf8");
    const { modules } = JSON.parse(readFileSync(join(folder, "build.json"), "utf8")) as {
      modules: { path: string; version: string }[];
    };
    const titles = [
      ...modules.map(({ path, version }) => `${path} ${version}`),
      "RE2",
      "mpdecimal",
      `Go ${compilerBuild().go}`,
    ];
    expect(titles.filter((title) => !licences.includes(`\n${title}`))).toEqual([]);
    expect(readFileSync(join(folder, "wasm_exec.js"), "utf8")).toMatch(/^\/\/ Copyright \d+ The Go Authors/);
  });
});
