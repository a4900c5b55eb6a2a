// @ts-check
// Builds dist/: compiles, adds the generated modules that are plain JavaScript, makes the program executable, compiles the shipped rules.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..");
const source = join(root, "src");
const target = join(root, "dist");

rmSync(target, { recursive: true, force: true });

const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
run(tsc, "--project", join(root, "tsconfig.json"));

// tsc leaves plain JavaScript and its declarations behind; both are part of what is imported.
for (const name of readdirSync(source, { recursive: true, encoding: "utf8" }).sort()) {
  if (!/(?:^|[\\/])generated[\\/][^\\/]+\.(?:js|d\.ts)$/.test(name)) continue;
  mkdirSync(dirname(join(target, name)), { recursive: true });
  copyFileSync(join(source, name), join(target, name));
}

chmodSync(join(target, "main.js"), 0o755);

const precompile = join(import.meta.dirname, "precompile-rules.mjs");
if (existsSync(precompile)) run(precompile);

/** @param {string[]} args a script of Node and its arguments */
function run(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
