import type { InputFile } from "../files/read.js";
import type { Reader } from "../files/reader.js";
import type { Importer } from "./importers/importer.js";
import type { RecordResult } from "./importers/kit/record.js";

export type { Fact, ImportedSystem, Importer, ImportSession } from "./importers/importer.js";
export type { Oddity, OdditySeverity } from "./importers/kit/oddity.js";

/** The facts about an importer before it is loaded. */
export interface ImporterEntry {
  /** One line for `aims import --help`. */
  readonly summary: string;
  readonly load: () => Promise<Importer>;
}

/** Importers by the name used on the command line. */
export type Importers = Readonly<Record<string, ImporterEntry>>;

/** The inventory formats that can be imported. */
export const importers = {
  "us-federal-2025": {
    summary: "US federal AI use case inventory 2025 (OMB M-25-21), consolidated CSV with 36 columns",
    load: async (): Promise<Importer> => (await import("./importers/us-federal-2025/importer.js")).usFederal2025,
  },
};
// On its own, since an exported constant has to spell out its type where it is declared, and this one's keys are its type.
importers satisfies Importers;

export type ImporterName = keyof typeof importers;

/** As `readRecords` of the kit, which is loaded when the first file is read. */
export async function* readRecords(
  importer: Importer,
  file: InputFile,
  reader: Reader,
  tap: (chunk: Uint8Array) => void,
): AsyncGenerator<RecordResult> {
  const records = await import("./importers/kit/records.js");
  yield* records.readRecords(file, importer.reads, reader, tap);
}
