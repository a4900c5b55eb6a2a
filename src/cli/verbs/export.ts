import { defineGroup, type Verb } from "../verb.js";

export const exportVerb: Verb = defineGroup({
  summary: "write what a workspace holds for other programs",
  description: "Write what a workspace holds in the forms that other programs read.",
  examples: ["export component-definition examples/meridian-bank -o rules.json"],
  verbs: {
    "component-definition": async () => (await import("./export/component-definition.js")).componentDefinitionVerb,
  },
});
