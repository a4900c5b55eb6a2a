import type { Importer } from "./importers/importer.js";

interface Format {
  /** For `aims import --help`. */
  readonly summary: string;
  readonly load: () => Promise<Importer>;
}

/** The inventory formats that can be imported, by the name used on the command line. */
export const importFormats: Readonly<Record<string, Format>> = {
  "us-federal-2025": {
    summary: "US federal AI use case inventory 2025 (OMB M-25-21), consolidated CSV with 36 columns",
    load: async () => (await import("./importers/us-federal-2025.js")).usFederal2025,
  },
};
