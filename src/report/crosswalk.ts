import type { CrosswalkMatrix } from "../crosswalk/matrix.js";
import type { ProjectionRecord } from "../crosswalk/record.js";
import type { OutputFormat, TextOutput } from "./output.js";

/** Formats that a projection can be written in. */
export type ProjectionFormat = "csv" | "json" | "markdown" | "oscal" | "text";

/** How a projection is wanted. */
export interface ProjectionOptions {
  readonly color: boolean;
  /** Columns that lines for people may take. */
  readonly width?: number;
}

export type ProjectionReportFormat = OutputFormat<ProjectionRecord, ProjectionOptions>;

/** The formats of a projection by name, to be loaded when one is wanted. */
export const projectionFormats: Readonly<Record<ProjectionFormat, ProjectionReportFormat>> = {
  csv: {
    summary: "a line for each target and pair",
    kind: "text",
    load: async () => (await import("./crosswalk/csv.js")).projectionCsv,
  },
  json: {
    summary: "everything, for programs",
    kind: "text",
    load: async () => (await import("./crosswalk/json.js")).projectionJson,
  },
  markdown: {
    summary: "a page of GitHub's Markdown",
    kind: "text",
    load: async () => (await import("./crosswalk/markdown.js")).projectionMarkdown,
  },
  oscal: {
    summary: "assessment results against the catalog of the target, with the mappings",
    kind: "folder",
    load: async () => (await import("./crosswalk/oscal.js")).projectionOscal,
  },
  text: {
    summary: "tables for people",
    kind: "text",
    load: async () => (await import("./crosswalk/text.js")).projectionText,
  },
};

/** Formats that a matrix can be written in. */
export type MatrixFormat = "csv" | "json" | "markdown" | "text";

/** The formats of a matrix by name, to be loaded when one is wanted. */
export const matrixFormats: Readonly<
  Record<MatrixFormat, OutputFormat<CrosswalkMatrix, { readonly color: boolean }, TextOutput>>
> = {
  csv: {
    summary: "a table of relationships, a column for each target",
    kind: "text",
    load: async () => (await import("./crosswalk/matrix.js")).matrixCsv,
  },
  json: {
    summary: "everything, for programs",
    kind: "text",
    load: async () => (await import("./crosswalk/matrix.js")).matrixJson,
  },
  markdown: {
    summary: "a page of GitHub's Markdown",
    kind: "text",
    load: async () => (await import("./crosswalk/matrix.js")).matrixMarkdown,
  },
  text: {
    summary: "lines for people",
    kind: "text",
    load: async () => (await import("./crosswalk/matrix.js")).matrixText,
  },
};
