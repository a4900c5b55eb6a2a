import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compareDiagnostics, type Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { diagnosticsFormats } from "../../src/report/diagnostics.js";
import type * as Compile from "../../src/workspace/policy/compile.js";
import { root } from "../project.js";

/**
 * Compiles the shipped rules into the folder "rules" of a build, so that using aims needs no compiler: policy.wasm and policy.json.
 * @returns false where a rule is wrong, which has been printed
 */
export async function precompileRules(build: string): Promise<boolean> {
  const compiler = pathToFileURL(join(build, "workspace", "policy", "compile.js")).href;
  const { compileShippedPolicy } = (await import(compiler)) as typeof Compile;
  const { policy, diagnostics } = await compileShippedPolicy();
  if (policy === undefined) {
    await print([...diagnostics].sort(compareDiagnostics));
    return false;
  }
  const { wasm, ...description } = policy;
  const folder = join(build, "rules");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "policy.wasm"), wasm);
  writeFileSync(join(folder, "policy.json"), `${JSON.stringify(description)}\n`);
  return true;
}

async function print(diagnostics: readonly Diagnostic[]): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const report = {
    tool: { name: "aims", version },
    command: "build",
    valid: false,
    counts: {},
    files: [],
    diagnostics,
  } as const;
  const write = await diagnosticsFormats["text"]?.();
  for (const text of write?.(report) ?? []) process.stderr.write(text);
}
