// Builds the Rego compiler (compiler/) for Node and everything that travels with it, into compiler/build/. Needs Go.
//   node scripts/run.mjs scripts/build-compiler.ts           write
//   node scripts/run.mjs scripts/build-compiler.ts --check   build again in another folder, and exit 1 where it does not come out the same
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { format } from "prettier";
import { thirdPartyLicences, type LinkedPackage } from "./compiler-licences.js";
import { root } from "./project.js";

const source = join(root, "compiler");
const target = join(source, "build");
const ldflags = "-s -w";

// Nothing of the machine may reach the bytes: the toolchain is the one that go.mod names, whichever Go starts it.
const toolchain = /^toolchain (\S+)$/m.exec(readFileSync(join(source, "go.mod"), "utf8"))?.[1] ?? "local";
const environment = {
  ...process.env,
  CGO_ENABLED: "0",
  GOARCH: "wasm",
  GODEBUG: "",
  GOEXPERIMENT: "",
  GOFLAGS: "-mod=readonly -trimpath -buildvcs=false",
  GOOS: "js",
  GOTOOLCHAIN: toolchain,
  GOWASM: "",
  GOWORK: "off",
};

const check = process.argv.includes("--check");
const folder = mkdtempSync(join(tmpdir(), "aims-compiler-"));
try {
  // Built from a copy, so that a path that reached the bytes would show as a difference.
  const copy = join(folder, "source");
  cpSync(source, copy, { recursive: true, filter: (path) => path !== target });
  if (check) compare(await make(copy));
  else write(await make(copy));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Made {
  wasm: Buffer;
  capabilities: string;
  /** By name in compiler/build/. */
  texts: Record<string, string>;
  /** build.json without what compressing adds. */
  description: Record<string, unknown>;
}

async function make(copy: string): Promise<Made> {
  const generated = go(copy, ["run", "capabilities_gen.go"], { GOOS: "", GOARCH: "" });
  const capabilities = await format(generated, { parser: "json", printWidth: 120 });
  writeFileSync(join(copy, "capabilities.json"), capabilities);
  const output = join(folder, "rego-compiler.wasm");
  go(copy, ["build", `-ldflags=${ldflags}`, "-o", output, "."]);
  const wasm = readFileSync(output);
  const goroot = go(copy, ["env", "GOROOT"]).trim();
  const packages = linkedPackages(copy);
  const modules = [...new Map(packages.map(({ module }) => [module.path, module])).values()];
  const runtime = readFileSync(join(goroot, "lib", "wasm", "wasm_exec.js"), "utf8");
  return {
    wasm,
    capabilities,
    texts: { "wasm_exec.js": runtime, "THIRD-PARTY-LICENSES.txt": thirdPartyLicences(goroot, toolchain, packages) },
    description: {
      go: toolchain,
      opa: modules.find(({ path }) => path === "github.com/open-policy-agent/opa")?.version,
      target: "js/wasm",
      flags: `-trimpath -ldflags="${ldflags}"`,
      wasm: { sha256: sha256(wasm), bytes: wasm.length },
      modules: modules.map(({ path, version }) => ({ path, version })),
    },
  };
}

function linkedPackages(copy: string): LinkedPackage[] {
  const format = "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}\t{{$.Dir}}{{end}}{{end}}";
  return go(copy, ["list", "-deps", "-f", format, "."])
    .split("\n")
    .filter(Boolean)
    .sort()
    .map((line) => {
      const [path = "", version = "", root = "", folder = ""] = line.split("\t");
      return { module: { path, version, root }, folder };
    });
}

function write({ wasm, capabilities, texts, description }: Made): void {
  mkdirSync(target, { recursive: true });
  writeFileSync(join(source, "capabilities.json"), capabilities);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(target, name), text);
  const packed = join(target, "rego-compiler.wasm.br");
  // Compressing takes minutes: what holds the same program already stays.
  if (!existsSync(packed) || sha256(unpacked(packed)) !== sha256(wasm)) writeFileSync(packed, compressed(wasm));
  const bytes = readFileSync(packed);
  const brotli = { sha256: sha256(bytes), bytes: bytes.length };
  writeFileSync(join(target, "build.json"), `${JSON.stringify({ ...description, brotli }, null, 2)}\n`);
  console.log(
    `compiler/build: ${String(wasm.length)} bytes, compressed ${String(bytes.length)}, sha256 ${sha256(wasm)}`,
  );
}

function compare({ wasm, capabilities, texts, description }: Made): void {
  const packed = join(target, "rego-compiler.wasm.br");
  const bytes = readFileSync(packed);
  // Encoders of Node versions may differ; what they encode may not.
  const brotli = { sha256: sha256(bytes), bytes: bytes.length };
  const differences = [
    [sha256(unpacked(packed)) === sha256(wasm), "build/rego-compiler.wasm.br", "holds another program"],
    [read("build", "build.json") === `${JSON.stringify({ ...description, brotli }, null, 2)}\n`, "build/build.json"],
    [read("capabilities.json") === capabilities, "capabilities.json"],
    ...Object.entries(texts).map(([name, text]) => [read("build", name) === text, `build/${name}`]),
  ].filter(([same]) => !same);
  for (const [, name, why = "is stale"] of differences) console.error(`compiler/${String(name)} ${String(why)}`);
  if (differences.length > 0) {
    console.error("Run: node scripts/run.mjs scripts/build-compiler.ts");
    process.exitCode = 1;
  } else {
    console.log(`compiler/build comes out the same: sha256 ${sha256(wasm)}`);
  }
}

function read(...segments: string[]): string | undefined {
  const path = join(source, ...segments);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function compressed(wasm: Buffer): Buffer {
  return brotliCompressSync(wasm, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length,
    },
  });
}

function unpacked(path: string): Buffer {
  return brotliDecompressSync(readFileSync(path));
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function go(cwd: string, args: string[], other: Record<string, string> = {}): string {
  const env = { ...environment, ...other };
  const { status, stdout, error } = spawnSync("go", args, {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`go ${args[0] ?? ""} failed`);
  return stdout;
}
