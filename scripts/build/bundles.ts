import type { Metafile } from "esbuild";
import { writeBundles } from "./bundle.js";
import { planBundles, type BundleSpec } from "./bundle-plan.js";
import { readModuleGraph } from "./module-graph.js";

/**
 * The files of the executable, in the order in which they take the modules that they need. What most runs of a command load lies in few
 * large files, for their number is what a start costs; what few runs load comes last, and does not go into the files of others.
 */
const program: readonly BundleSpec[] = [
  { name: "main.js", entries: ["main.js"] },
  { name: "bin/program.js", entries: ["cli/program.js"] },
  {
    // The parser of arguments, and what the help of a verb shows.
    name: "bin/parser.js",
    entries: [
      ...["../node_modules/commander/esm.mjs", "cli/options.js", "cli/usage.js", "cli/verbs/*/*.js"],
      ...["assessment", "diagnostics", "gate", "output", "profiles", "result", "rule-check", "rule-test", "table"].map(
        (name) => `report/${name}.js`,
      ),
      ...["policy/rule.js", "inventory/importers.js", "files/paths.js", "gate/gate.js", "runs/host.js"],
    ],
  },
  {
    name: "bin/core.js",
    entries: [
      ...["cli/print/*.js", "report/diagnostic-lines.js", "runs/outputs.js"],
      ...["workspace/oscal-file.js", "oscal/validate.js", "source/schema-words.js"],
    ],
  },
  { name: "bin/glob.js", entries: ["../node_modules/tinyglobby/dist/index.mjs"] },
  { name: "bin/oscal-validate.js", entries: ["runs/validate-oscal.js", "oscal/validate/constraints.js"] },
  { name: "bin/profile.js", entries: ["workspace/profile.js", "oscal/resolve.js", "oscal/resolved-profile.js"] },
  {
    name: "bin/workspace.js",
    entries: ["workspace/workspace.js", "workspace/descriptors.js", "workspace/policy.js", "policy/evaluator-pool.js"],
  },
  {
    name: "bin/assess.js",
    entries: ["runs/assess.js", ...["json", "oscal", "text"].map((format) => `report/assessment/${format}.js`)],
  },
  { name: "bin/codes.js", entries: ["diagnostics/codes.js", "diagnostics/codes/*.js"] },
  { name: "bin/yaml.js", entries: ["source/yaml.js", "oscal/codec/to-yaml.js"] },
  { name: "bin/xml.js", entries: ["oscal/codec/xml-document.js", "oscal/codec/to-xml.js"] },
  { name: "bin/oscal-resolve.js", entries: ["runs/resolve-profile.js"] },
  { name: "bin/oscal-convert.js", entries: ["runs/convert-oscal.js"] },
  { name: "bin/schema-words.js", entries: ["oscal/validate/schema/problems.js"] },
  { name: "bin/validate.js", entries: ["runs/validate-workspace.js"] },
  { name: "bin/compile.js", entries: ["policy/compile.js", "workspace/rules.js"] },
  { name: "bin/regex.js", entries: ["policy/builtins/regex.js"] },
  { name: "bin/rules.js", entries: ["runs/rules.js"] },
  {
    name: "bin/import.js",
    entries: ["runs/import-inventory.js", "inventory/importers/*/importer.js", "inventory/importers/kit/records.js"],
  },
  { name: "bin/explain.js", entries: ["runs/explain.js", "runs/why.js", "report/explanation.js"] },
  { name: "bin/completion.js", entries: ["cli/completion.js"] },
  {
    name: "bin/oscal.js",
    entries: ["diff-oscal", "describe-oscal", "new-oscal", "vendor-imports"].map((run) => `runs/${run}.js`),
  },
  {
    // What is asked for by an option, or said about what is wrong.
    name: "bin/seldom.js",
    entries: [
      ...["runs/oscal/imports.js", "runs/oscal/suppressions.js", "workspace/suppressions.js"],
      ...["workspace/profile/control-ids.js", "workspace/profile/likely-file.js"],
      ...["oscal/unread-text.js", "oscal/validate/version/*.js"],
    ],
  },
  {
    name: "bin/formats.js",
    entries: ["github", "gitlab", "json", "junit", "markdown", "sarif", "text"].map((each) => `report/*/${each}.js`),
  },
  { name: "bin/net.js", entries: ["net/https-download.js"] },
  { name: "bin/runs.js", entries: ["runs/*.js"] },
  { name: "bin/rules-thread.js", entries: ["policy/bounded/rules-thread.js"] },
];

/** The worker of the evaluator pool: all in one file, for an assessment waits for it. */
const worker: readonly BundleSpec[] = [
  { name: "bin/evaluation-worker.js", entries: ["policy/evaluate/evaluation-worker.js"] },
  { name: "bin/evaluation-worker-regex.js", entries: ["policy/builtins/regex.js"] },
];

/** Generated modules that are larger than all that most commands load. */
export const apartModules: readonly string[] = [
  "inventory/generated/descriptor-validator.js",
  "oscal/model/generated/constraint-register.js",
  "oscal/validate/generated/constraints.js",
  "oscal/validate/generated/validators.js",
];

/** Packages that few commands load, or none quickly: they are loaded from where they are installed. */
const external = ["ajv-formats/dist/formats.js", "re2js", "saxes", "xmlbuilder2", "yaml"];

/** Bundles the modules of a build into the files of the executable. @returns what esbuild tells of each file */
export async function bundleProgram(folder: string): Promise<readonly Metafile[]> {
  const made = await Promise.all(
    [program, worker].map(async (specs) => {
      const [first = ""] = specs[0]?.entries ?? [];
      const threads = specs === program ? ["policy/bounded/rules-thread.js"] : [];
      const graph = await readModuleGraph(folder, [first, ...threads], external);
      const plan = planBundles(graph, specs, (module) => apartModules.includes(module));
      return writeBundles({ folder, graph, plan, external });
    }),
  );
  return made.flat();
}
