// @ts-check
// Evaluates a policy of package main with a set "deny" on every JSON file of a folder, through aims' own compiler and evaluator.
//   node bench/policies.mjs POLICY.rego DATA.json FOLDER OUTPUT.json
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const [policyPath = "", dataPath = "", folder = "", output = ""] = process.argv.slice(2);
const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "aims");
const dist = (/** @type {string} */ path) => import(new URL(`../dist/${path}`, import.meta.url).href);

/** The benchmark's package says `deny`; a rule in aims' terms says `violation`. */
const adapter = `# METADATA
# title: Findings of the benchmark
# description: Every finding of package main.
# custom: {id: bench, subject: system, controls: [bench:all], severity: high, remediation: none}
package aims.rules.bench

violation contains {"message": concat(" ", [finding.system, finding.rule, finding.msg]), "at": ""} if some finding in data.main.deny
`;

const { compileCached } = await dist("policy/compiler/compile-cache.js");
const { entryModules } = await dist("policy/rules/entry-modules.js");
const { createEvaluatorPool } = await dist("policy/evaluator-pool.js");

const rules = [{ id: "bench", package: "aims.rules.bench", subject: "system", declares: ["violation"] }];
const entry = entryModules(rules);
const compiled = await compileCached(
  {
    modules: { "main.rego": readFileSync(policyPath, "utf8"), "adapter.rego": adapter, ...entry.modules },
    entrypoints: entry.entrypoints,
  },
  { cacheFolder },
);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
const evaluator = await createEvaluatorPool({ wasm: compiled.wasm, rules, data: readFileSync(dataPath) });

const BATCH = 64;
const names = readdirSync(folder).sort();
/** @type {Promise<readonly ReadonlyMap<string, any>[]>[]} */
const batches = [];
for (let start = 0; start < names.length; start += BATCH) {
  batches.push(
    evaluator.evaluate(
      "system",
      names.slice(start, start + BATCH).map((name) => readFileSync(join(folder, name))),
    ),
  );
}
const findings = [];
for (const outcomes of await Promise.all(batches)) {
  for (const outcome of outcomes) {
    const { output: said, error } = outcome.get("bench") ?? {};
    if (error !== undefined) throw new Error(error);
    for (const { message } of said.violation ?? []) {
      const [system, rule] = message.split(" ");
      findings.push({ system, rule });
    }
  }
}
await evaluator.close();
writeFileSync(output, JSON.stringify(findings));
