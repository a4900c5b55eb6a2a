// @ts-check
// Compiles the shipped rules into dist/rules, so that using aims needs no compiler: policy.wasm and policy.json.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const { compileShippedPolicy } = await import(new URL("../dist/workspace/policy/compile.js", import.meta.url).href);
const { printDiagnostics } = await import(new URL("../dist/cli/print/diagnostics.js", import.meta.url).href);

const { policy, diagnostics } = await compileShippedPolicy();
if (!policy) {
  const err = (/** @type {string} */ text) => void process.stderr.write(text);
  printDiagnostics(diagnostics, {
    out: err,
    err,
    cwd: root,
    env: process.env,
    color: false,
    interactive: false,
    exit: () => undefined,
  });
  process.exitCode = 1;
} else {
  const { wasm, ...description } = policy;
  const folder = join(root, "dist", "rules");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "policy.wasm"), wasm);
  writeFileSync(join(folder, "policy.json"), `${JSON.stringify(description)}\n`);
}
