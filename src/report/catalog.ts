import type { CatalogListing } from "./catalog/listing.js";
import type { CatalogControls } from "./catalog/shown-control.js";
import type { OutputFormat, TextOutput } from "./output.js";

export type * from "./catalog/listing.js";
export type { CatalogControl, CatalogControls, RelatedControl } from "./catalog/shown-control.js";

/** Formats that catalogs can be written in. */
export type CatalogFormat = "json" | "markdown" | "text";

type Formats<Subject> = Readonly<Record<CatalogFormat, OutputFormat<Subject, { readonly color: boolean }, TextOutput>>>;

const summaries = {
  json: "everything, for programs",
  markdown: "a page in GitHub's Markdown",
  text: "lines for people",
} as const;

/** Formats of a list of catalogs, or of what is in one. */
export const catalogListFormats: Formats<CatalogListing> = {
  json: {
    summary: summaries.json,
    kind: "text",
    load: async () => (await import("./catalog/json.js")).catalogListJson,
  },
  markdown: {
    summary: summaries.markdown,
    kind: "text",
    load: async () => (await import("./catalog/markdown.js")).catalogListMarkdown,
  },
  text: {
    summary: summaries.text,
    kind: "text",
    load: async () => (await import("./catalog/text.js")).catalogListText,
  },
};

/** Formats of what catalogs say of controls. */
export const catalogShowFormats: Formats<CatalogControls> = {
  json: {
    summary: summaries.json,
    kind: "text",
    load: async () => (await import("./catalog/json.js")).catalogShowJson,
  },
  markdown: {
    summary: summaries.markdown,
    kind: "text",
    load: async () => (await import("./catalog/markdown.js")).catalogShowMarkdown,
  },
  text: {
    summary: summaries.text,
    kind: "text",
    load: async () => (await import("./catalog/text.js")).catalogShowText,
  },
};
