// Evaluates a policy of package main with a set "deny" on every JSON file of a folder, through aims' own compiler and evaluator.
//   node scripts/run.mjs bench/policies.ts POLICY.rego DATA.json FOLDER OUTPUT.json
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { root } from "../scripts/project.js";
import type * as ContentCache from "../src/policy/compiler/content-cache.js";
import type * as Compiler from "../src/policy/compiler/rego-compiler.js";
import type * as EvaluatorPool from "../src/policy/evaluator-pool.js";
import type * as EntryModules from "../src/policy/rules/entry-modules.js";

const [policyPath = "", dataPath = "", folder = "", output = ""] = process.argv.slice(2);
const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "aims");
const built = (path: string): Promise<unknown> => import(pathToFileURL(join(root, "dist", path)).href);

/** The benchmark's package says `deny`; a rule in aims' terms says `violation`. */
const adapter = `# METADATA
# title: Findings of the benchmark
# description: Every finding of package main.
# custom: {id: bench, subject: system, controls: [bench:all], severity: high, remediation: none}
package aims.rules.bench

violation contains {"message": concat(" ", [finding.system, finding.rule, finding.msg]), "at": ""} if some finding in data.main.deny
`;

const { readCached, sha256, writeCached } = (await built("policy/compiler/content-cache.js")) as typeof ContentCache;
const { entryModules } = (await built("policy/rules/entry-modules.js")) as typeof EntryModules;
const { createEvaluatorPool } = (await built("policy/evaluator-pool.js")) as typeof EvaluatorPool;

const rules: EntryModules.EntryRule[] = [
  { id: "bench", package: "aims.rules.bench", subject: "system", declares: ["violation"] },
];
const entry = entryModules(rules);
const request = {
  modules: { "main.rego": readFileSync(policyPath, "utf8"), "adapter.rego": adapter, ...entry.modules },
  entrypoints: entry.entrypoints,
};
const key = sha256(JSON.stringify(request));
const wasm = (await readCached(cacheFolder, key))?.bytes ?? (await compile());
const evaluator = await createEvaluatorPool({ modules: [{ wasm, data: readFileSync(dataPath) }], rules });

const BATCH = 64;
const names = readdirSync(folder).sort();
const batches: ReturnType<typeof evaluator.evaluate>[] = [];
for (let start = 0; start < names.length; start += BATCH) {
  batches.push(
    evaluator.evaluate(
      "system",
      names.slice(start, start + BATCH).map((name) => readFileSync(join(folder, name))),
    ),
  );
  // Hears the workers, who have nothing to do until they are given more.
  await setImmediate();
}
const findings = [];
for (const outcomes of await Promise.all(batches)) {
  for (const outcome of outcomes) {
    const said = outcome.get("bench");
    if (said?.output === undefined) throw new Error(said?.error ?? "The rule said nothing");
    for (const { message } of said.output.violation ?? []) {
      const [system, rule] = message.split(" ");
      findings.push({ system, rule });
    }
  }
}
await evaluator.close();
writeFileSync(output, JSON.stringify(findings));

async function compile(): Promise<Uint8Array> {
  const { loadRegoCompiler } = (await built("policy/compiler/rego-compiler.js")) as typeof Compiler;
  const compiled = (await loadRegoCompiler()).compile(request);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  await writeCached(cacheFolder, key, { head: null, bytes: compiled.wasm });
  return compiled.wasm;
}
