// Builds dist/: compiles, adds the generated modules that are plain JavaScript, bundles the program, compiles the shipped rules, and leaves
// out what neither the library nor the program loads.
//   npm run build              does nothing where what dist/ is made from is as it was
//   npm run build -- --force   builds all the same
// All is made in a folder beside dist/ and takes its place at the end: nobody who reads dist/ meanwhile finds it missing, or half of it.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { transformSync } from "esbuild";
import { bundledPackages, LICENCES, licenceTexts } from "./build/licences.js";
import { apartModules, bundleProgram } from "./build/bundles.js";
import { keepReachable } from "./build/reachable.js";
import { precompileRules } from "./build/precompile-rules.js";
import { isBuiltFrom, recordSources, sourcesDigest } from "./build/sources.js";
import { freshFolder, removeLeftOvers, swapFolders } from "./build/swap.js";
import { root } from "./project.js";

/** The sources of dist/, and the scripts that make it from them. */
const SOURCES = [
  ...[
    "src",
    "rules",
    "compiler/build",
    "compiler/capabilities.json",
    "tsconfig.json",
    "package.json",
    "package-lock.json",
  ],
  ...["scripts/build", "scripts/build.ts", "scripts/project.ts", "scripts/run.mjs"],
];

const target = join(root, "dist");
// Taken before anything is read for the build: what changes from now on is not in the record.
const digest = sourcesDigest(root, SOURCES);
if (!process.argv.includes("--force") && isBuiltFrom(target, digest)) console.log("dist/ is up to date.");
else await build();

async function build(): Promise<void> {
  removeLeftOvers(root);
  const fresh = freshFolder(root);
  try {
    process.exitCode = compile(fresh);
    if (process.exitCode !== 0) return;
    copyGenerated(fresh);
    const bundles = await bundleProgram(fresh);
    writeFileSync(join(fresh, LICENCES), licenceTexts(bundledPackages(fresh, bundles)));
    chmodSync(join(fresh, "main.js"), 0o755);
    if (!(await precompileRules(fresh))) {
      process.exitCode = 1;
      return;
    }
    keepReachable(fresh, ["index.js", "oscal/index.js", ...apartModules], ["main.js", "bin", "rules", LICENCES]);
    recordSources(fresh, digest);
    swapFolders(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** @returns exit code of the compiler, which says itself what is wrong */
function compile(outDir: string): number {
  const tsc = createRequire(join(root, "package.json")).resolve("typescript/bin/tsc");
  const args = [tsc, "--project", join(root, "tsconfig.json"), "--outDir", outDir];
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (error) throw error;
  return status ?? 1;
}

/** The compiler leaves plain JavaScript and its declarations behind; both are part of what is imported. Nobody reads the former there. */
function copyGenerated(outDir: string): void {
  const source = join(root, "src");
  for (const name of readdirSync(source, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/(?:^|[\\/])generated[\\/][^\\/]+\.(?:js|d\.ts)$/.test(name)) continue;
    mkdirSync(dirname(join(outDir, name)), { recursive: true });
    const [from, to] = [join(source, name), join(outDir, name)];
    if (name.endsWith(".js")) writeFileSync(to, minified(readFileSync(from, "utf8")));
    else copyFileSync(from, to);
  }
}

function minified(code: string): string {
  return transformSync(code, { format: "esm", legalComments: "none", minify: true, target: "node20" }).code;
}
