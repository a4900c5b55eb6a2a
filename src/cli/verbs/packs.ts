import { defineGroup, type Verb } from "../verb.js";

export const packsVerb: Verb = defineGroup({
  summary: "list the packs of others that a workspace takes in, and record what they hold",
  description:
    "Packs are rules, data, catalogs and profiles of others that aims.yaml names: a folder, or an installed package.",
  examples: ["packs list", "packs lock"],
  verbs: {
    list: async () => (await import("./packs/list.js")).listVerb,
    lock: async () => (await import("./packs/lock.js")).lockVerb,
  },
});
