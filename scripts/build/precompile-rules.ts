import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compareDiagnostics as byPlace } from "../../src/diagnostics/diagnostic.js";
import type * as Reader from "../../src/files/reader.js";
import type * as Names from "../../src/files/viewpoint.js";
import type * as Lines from "../../src/report/diagnostic-lines.js";
import type * as Policy from "../../src/workspace/policy.js";
import { root } from "../project.js";

/**
 * Compiles the shipped rules into the folder "rules" of a build, so that using aims needs no compiler: policy.wasm
 * and policy.json, and modules.json for rules that are compiled beside them.
 * @returns false where a rule is wrong, which has been printed
 */
export async function precompileRules(build: string): Promise<boolean> {
  const built = <Module>(...path: string[]): Promise<Module> =>
    import(pathToFileURL(join(build, ...path)).href) as Promise<Module>;
  const { compileShippedPolicy } = await built<typeof Policy>("workspace", "policy.js");
  const { nodeReader } = await built<typeof Reader>("files", "reader.js");
  const { policy, modules, problems } = await compileShippedPolicy(nodeReader);
  const [module] = policy?.modules ?? [];
  if (policy === undefined || module === undefined) {
    const { diagnosticsText } = await built<typeof Lines>("report", "diagnostic-lines.js");
    const { Viewpoint } = await built<typeof Names>("files", "viewpoint.js");
    const printed = problems.map(new Viewpoint(root).printed).sort(byPlace);
    for (const line of diagnosticsText(printed, false)) process.stderr.write(line);
    return false;
  }
  const { wasm, ...described } = module;
  const folder = join(build, "rules");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "policy.wasm"), wasm);
  writeFileSync(join(folder, "policy.json"), `${JSON.stringify({ ...policy, modules: [described] })}\n`);
  writeFileSync(join(folder, "modules.json"), `${JSON.stringify(modules)}\n`);
  return true;
}
