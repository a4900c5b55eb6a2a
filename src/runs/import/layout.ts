import { stringify } from "yaml";
import type { System } from "../../inventory/descriptor.js";

/** How the descriptors are laid out: one file a unit with one descriptor a line, or one file a system. */
export type ImportLayout = "ndjson" | "yaml";

interface Layout {
  /** Where a descriptor goes inside the workspace. */
  readonly path: (group: string, descriptor: System) => string;
  /** The descriptor as it is added to that file. */
  readonly text: (descriptor: System) => string;
  /** How `text` spells that a descriptor's `provenance.default.importer` is this one. */
  readonly mark: (importer: string) => string;
}

export const layouts: Readonly<Record<ImportLayout, Layout>> = {
  ndjson: {
    path: (group) => `systems/${group}.ndjson`,
    text: (descriptor) => `${JSON.stringify(descriptor)}\n`,
    mark: (importer) => JSON.stringify({ importer }).slice(1, -1),
  },
  yaml: {
    path: (group, { id }) => `systems/${group}/${id}.yaml`,
    text: (descriptor) => stringify(descriptor, { lineWidth: 0 }),
    mark: (importer) => stringify({ importer }),
  },
};
