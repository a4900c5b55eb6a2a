import { defineGroup, type Verb } from "../verb.js";

export const crosswalkVerb: Verb = defineGroup({
  summary: "read an assessment along mappings to other frameworks; list, check and make mappings",
  description: "Mappings between frameworks as OSCAL mapping collections, and what an assessment says along them.",
  examples: [
    "crosswalk project examples/meridian-bank --to eu-ai-act --as-of 2026-11-01",
    "crosswalk matrix --from iso42001 --to nist-ai-rmf",
  ],
  verbs: {
    list: async () => (await import("./crosswalk/list.js")).listVerb,
    project: async () => (await import("./crosswalk/project.js")).projectVerb,
    matrix: async () => (await import("./crosswalk/matrix.js")).matrixVerb,
    lint: async () => (await import("./crosswalk/lint.js")).lintVerb,
    diff: async () => (await import("./crosswalk/diff.js")).diffVerb,
    convert: async () => (await import("./crosswalk/convert.js")).convertVerb,
  },
});
