// Runs a script of this project that is written in TypeScript, which Node 20 cannot do by itself:
//   node scripts/run.mjs scripts/oscal/generate.ts --check
// The path is taken from the root of the project, whatever the current folder. The script gets the arguments behind it, and its exit code
// is that of the process.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  console.error("Name a script: node scripts/run.mjs scripts/<script>.ts [argument...]");
  process.exit(2);
}
const entry = resolve(root, script);
// Packages stay outside of the bundle and are found from here as from the script.
const cache = join(root, "node_modules", ".cache", "aims-scripts");
const outfile = join(cache, `${basename(entry, ".ts")}-${String(process.pid)}.mjs`);
const { outputFiles } = await build({
  absWorkingDir: root,
  bundle: true,
  // The bundle lies elsewhere: project.ts, the only script that asks where it is, gets the answer here.
  define: { "import.meta.dirname": JSON.stringify(import.meta.dirname) },
  entryPoints: [entry],
  format: "esm",
  logLevel: "error",
  outfile,
  packages: "external",
  platform: "node",
  sourcemap: "inline",
  sourcesContent: false,
  target: "node20",
  tsconfigRaw: {}, // The settings of the type checker do not change how a script runs.
  write: false,
}).catch(() => process.exit(1)); // esbuild has printed what is wrong

mkdirSync(cache, { recursive: true });
writeFileSync(outfile, outputFiles[0]?.contents ?? "");
process.on("exit", () => rmSync(outfile, { force: true }));
process.setSourceMapsEnabled(true);
process.argv = [process.execPath, entry, ...args];
await import(pathToFileURL(outfile).href);
