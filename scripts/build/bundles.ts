import type { Metafile } from "esbuild";
import { writeBundles } from "./bundle.js";
import { planBundles, type ProgramSpec } from "./bundle-plan.js";
import { readModuleGraph } from "./module-graph.js";

/** What every verb loads. */
const anyVerb = [
  "../node_modules/commander/esm.mjs",
  "cli/options.js",
  "cli/usage.js",
  "cli/print/*.js",
  "runs/host.js",
];
/** Finds the files of a workspace. */
const glob = "../node_modules/tinyglobby/dist/index.mjs";
const oscalVerb = (name: string): string[] => [...anyVerb, `cli/verbs/oscal/${name}.js`, "source/json.js"];
const constraints = ["oscal/validate/constraints.js", "oscal/validate/generated/constraints.js"];

/**
 * The files of the executable. The number of files is what a start costs: what a command loads lies in a few that hold little else, and
 * what it loads only when something is wrong, or for an option, lies in others.
 */
const program: ProgramSpec = {
  first: [
    { name: "main.js", entries: ["main.js"] },
    { name: "bin/program.js", entries: ["cli/program.js"] },
  ],
  commands: [
    {
      name: "bin/assess.js",
      entries: [
        ...[...anyVerb, "runs/assess.js", "source/lazy-yaml.js", "files/spool.js", glob, "report/gate.js"],
        ...["json", "oscal", "text"].map((format) => `report/assessment/${format}.js`),
        ...["arithmetic", "numbers", "sprintf"].map((builtins) => `policy/builtins/${builtins}.js`),
      ],
    },
    {
      name: "bin/validate.js",
      entries: [
        ...[...anyVerb, "runs/validate-workspace.js", "source/lazy-yaml.js", glob],
        "assessment/parameter-use.js",
      ],
    },
    {
      name: "bin/validate-mappings.js",
      entries: [
        ...[...anyVerb, "runs/validate-workspace.js", "source/lazy-yaml.js", glob],
        ...["assessment/parameter-use.js", "runs/crosswalk/collections.js", "source/json.js"],
      ],
    },
    { name: "bin/oscal-validate.js", entries: [...oscalVerb("validate"), ...constraints, "runs/validate-oscal.js"] },
    {
      // The published catalogs declare an older version, and have problems.
      name: "bin/oscal-validate-older.js",
      entries: [...oscalVerb("validate"), ...constraints, "runs/validate-oscal.js", "oscal/validate/version/*.js"],
    },
    {
      name: "bin/oscal-validate-wrong.js",
      entries: [
        ...oscalVerb("validate"),
        ...constraints,
        "runs/validate-oscal.js",
        "oscal/validate/schema/problems.js",
      ],
    },
    {
      name: "bin/crosswalk-project.js",
      entries: [
        ...[...anyVerb, "cli/verbs/crosswalk/project.js", "cli/verbs/crosswalk/options.js", "source/json.js", glob],
        ...["runs/crosswalk.js", "report/crosswalk.js", "report/crosswalk/text.js", "source/lazy-yaml.js"],
      ],
    },
    {
      name: "bin/crosswalk-lint.js",
      entries: [...anyVerb, "cli/verbs/crosswalk/lint.js", "source/json.js", ...constraints, "runs/lint-crosswalks.js"],
    },
    {
      name: "bin/oscal-validate-xml.js",
      entries: [...oscalVerb("validate"), ...constraints, "runs/validate-oscal.js", "oscal/codec/xml-document.js"],
    },
    {
      name: "bin/oscal-validate-yaml.js",
      entries: [...oscalVerb("validate"), ...constraints, "runs/validate-oscal.js", "source/lazy-yaml.js"],
    },
    {
      name: "bin/oscal-to-xml.js",
      entries: [...oscalVerb("convert"), "runs/convert-oscal.js", "oscal/codec/to-xml.js"],
    },
    {
      name: "bin/oscal-from-xml.js",
      entries: [
        ...[...oscalVerb("convert"), "runs/convert-oscal.js", "oscal/codec/xml-document.js"],
        "oscal/codec/canonical-order.js",
      ],
    },
    {
      name: "bin/oscal-resolve.js",
      entries: [...oscalVerb("resolve"), "runs/resolve-profile.js", "report/diagnostics.js"],
    },
    {
      name: "bin/import.js",
      entries: [
        ...[...anyVerb, "runs/import-inventory.js", "files/stage.js"],
        ...["inventory/importers/*/importer.js", "inventory/importers/kit/records.js"],
      ],
    },
    {
      name: "bin/rules.js",
      entries: [...anyVerb, "runs/rules.js", "report/table.js", "report/rule-check.js"],
    },
  ],
  seldom: [
    { name: "bin/codes.js", entries: ["diagnostics/codes.js", "diagnostics/codes/*.js"] },
    { name: "bin/xml.js", entries: ["source/xml/parse.js"] },
    { name: "bin/yaml.js", entries: ["source/yaml/parsed.js"] },
    { name: "bin/to-yaml.js", entries: ["oscal/codec/to-yaml.js"] },
    { name: "bin/compile.js", entries: ["policy/compile.js", "workspace/rules.js"] },
    { name: "bin/builtins.js", entries: ["policy/builtins/*.js"] },
    { name: "bin/explain.js", entries: ["runs/explain.js", "runs/why.js", "report/explanation.js"] },
    { name: "bin/law.js", entries: ["law/eu-ai-act.js", "law/us-federal.js"] },
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
        ...["workspace/profile/control-ids.js", "workspace/profile/likely-file.js", "oscal/unread-text.js"],
      ],
    },
    {
      name: "bin/formats.js",
      entries: ["github", "gitlab", "json", "junit", "markdown", "sarif", "text"].map((each) => `report/*/${each}.js`),
    },
    { name: "bin/net.js", entries: ["net/https-download.js"] },
    { name: "bin/runs.js", entries: ["runs/*.js", "cli/verbs/*/*.js"] },
    { name: "bin/rules-thread.js", entries: ["policy/bounded/rules-thread.js"] },
  ],
  rest: "bin/rest.js",
};

/** The worker of the evaluator pool: all in one file, for an assessment waits for it. */
const worker: ProgramSpec = {
  first: [{ name: "bin/evaluation-worker.js", entries: ["policy/evaluate/evaluation-worker.js"] }],
  commands: [],
  seldom: [{ name: "bin/evaluation-worker-regex.js", entries: ["policy/builtins/regex.js"] }],
  rest: "bin/evaluation-worker-rest.js",
};

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
    [program, worker].map(async (spec) => {
      const [first = ""] = spec.first[0]?.entries ?? [];
      const threads = spec === program ? ["policy/bounded/rules-thread.js"] : [];
      const graph = await readModuleGraph(folder, [first, ...threads], external);
      const plan = planBundles(graph, spec, (module) => apartModules.includes(module));
      return writeBundles({ folder, graph, plan, external });
    }),
  );
  return made.flat();
}
