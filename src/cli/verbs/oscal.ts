import { defineGroup, type Verb } from "../verb.js";

export const oscalVerb: Verb = defineGroup({
  summary: "validate, convert, compare and create OSCAL documents",
  description: "Work with OSCAL 1.2.2 documents of all eight models, in JSON, YAML and XML.",
  examples: ["oscal validate catalog.json"],
  verbs: {
    convert: async () => (await import("./oscal/convert.js")).convertVerb,
    diff: async () => (await import("./oscal/diff.js")).diffVerb,
    info: async () => (await import("./oscal/info.js")).infoVerb,
    new: async () => (await import("./oscal/new.js")).newVerb,
    resolve: async () => (await import("./oscal/resolve.js")).resolveVerb,
    validate: async () => (await import("./oscal/validate.js")).validateVerb,
    vendor: async () => (await import("./oscal/vendor.js")).vendorVerb,
    why: async () => (await import("./oscal/why.js")).whyVerb,
  },
});
