import { defineGroup, type Verb } from "../verb.js";

export const catalogVerb: Verb = defineGroup({
  summary: "list the controls of a catalog, and show what it says of each",
  description: "Look into catalogs: those that ship with aims, and OSCAL catalogs of your own.",
  examples: ["catalog list", "catalog show iso42001:A.5.2"],
  verbs: {
    list: async () => (await import("./catalog/list.js")).listVerb,
    show: async () => (await import("./catalog/show.js")).showVerb,
  },
});
