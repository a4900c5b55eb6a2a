import { defineGroup, type Verb } from "../verb.js";

export const crosswalkVerb: Verb = defineGroup({
  summary: "check, compare and make mappings between frameworks",
  description: "Work with OSCAL mapping collections: those that ship with aims, and your own.",
  examples: ["crosswalk lint iso-42001-to-eu-ai-act", "crosswalk lint mappings/ --output sarif=mappings.sarif"],
  verbs: {
    convert: async () => (await import("./crosswalk/convert.js")).convertVerb,
    diff: async () => (await import("./crosswalk/diff.js")).diffVerb,
    lint: async () => (await import("./crosswalk/lint.js")).lintVerb,
  },
});
