import { resolve } from "node:path";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import { fileAt, insideWorkspace } from "../files/paths.js";
import { statusAt, type Reader } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import type { SourceDocument } from "../source/document.js";
import type { Workspace as Settings } from "./generated/settings.js";
import { workspace as isSettings } from "./generated/settings-validator.js";
import type { PackSettings } from "./packs.js";
import { readRecord } from "./record.js";

/** Name of the file with the settings of a workspace. */
export const settingsFile = "aims.yaml";

/** Where the documents of a workspace lie unless its aims.yaml says otherwise. */
export const defaults = {
  organization: "organization.yaml",
  systems: ["systems/**/*.{yaml,yml,json,ndjson,jsonl}"],
  rules: ["rules"],
} as const;

/** What an aims.yaml says about imports by address. */
export interface ImportSettings {
  /** Absolute path of its folder. */
  readonly root: string;
  /** Local copies by address, or by the beginning of addresses. */
  readonly imports?: Readonly<Record<string, string>>;
  /** Folder of what was downloaded. */
  readonly vendor?: string;
  /** Where each pack comes from, by its name. */
  readonly packs?: Readonly<Record<string, string>>;
  readonly source?: SourceDocument;
}

/** The aims.yaml of a folder. */
export interface ReadSettings {
  /** Empty where aims.yaml is not there or not valid. */
  readonly settings: Settings;
  readonly source?: SourceDocument;
  readonly problems: Diagnostic[];
}

/** Reads the aims.yaml of a folder. @param root absolute path */
export async function readSettings(root: string, reader: Reader): Promise<ReadSettings> {
  const path = resolve(root, settingsFile);
  if (statusAt(path, reader) === undefined) return { settings: {}, problems: [] };
  const leaves = "outside" in insideWorkspace(root, root, settingsFile, reader);
  const { value, problems } = await readRecord<Settings>(
    { file: fileAt(path), ...(leaves ? { outside: true } : {}) },
    { validator: isSettings, schema: "workspace", called: "settings" },
    reader,
  );
  // Comments alone say as much as no settings, of which none has to be there.
  const said = problems.filter(({ code }) => code !== "empty-file");
  return { settings: value?.value ?? {}, problems: said, ...defined({ source: value?.source }) };
}

/** Patterns of the descriptors and folders of the rules of a workspace, as its aims.yaml has them. @param root absolute path */
export async function searchedIn(
  root: string,
  reader: Reader,
): Promise<Required<Pick<Settings, "systems" | "rules" | "crosswalks">>> {
  const { settings } = await readSettings(root, reader);
  return {
    systems: settings.systems ?? [...defaults.systems],
    rules: settings.rules ?? [...defaults.rules],
    crosswalks: settings.crosswalks ?? [],
  };
}

/** What the aims.yaml of a folder says about imports by address. @param root absolute path */
export async function readImportSettings(root: string, reader: Reader): Promise<Required<Reading<ImportSettings>>> {
  const { settings, source, problems } = await readSettings(root, reader);
  return { value: importSettings(root, settings, source), problems };
}

/** What settings say about imports by address. */
export function importSettings(
  root: string,
  { imports, vendor, packs }: Settings,
  source: SourceDocument | undefined,
): ImportSettings {
  return { root, ...defined({ imports, vendor, packs, source }) };
}

/** What the aims.yaml of a folder says about packs. @param root absolute path */
export async function readPackSettings(root: string, reader: Reader): Promise<Required<Reading<PackSettings>>> {
  const { settings, source, problems } = await readSettings(root, reader);
  return { value: { root, ...defined({ packs: settings.packs, source }) }, problems };
}

/** The overlays that the aims.yaml of a folder names, as it names them. */
export interface OverlaySettings {
  readonly overlays: readonly string[];
  readonly source?: SourceDocument;
}

/** What the aims.yaml of a folder says about overlays. @param root absolute path */
export async function readOverlaySettings(root: string, reader: Reader): Promise<Required<Reading<OverlaySettings>>> {
  const { settings, source, problems } = await readSettings(root, reader);
  return { value: { overlays: settings.overlays ?? [], ...defined({ source }) }, problems };
}

/** The mapping collections that the aims.yaml of a folder names, as it names them. */
export interface CrosswalkSettings {
  /** Absolute path of the folder. */
  readonly root: string;
  readonly crosswalks: readonly string[];
  readonly source?: SourceDocument;
}

/** What the aims.yaml of a folder says about mapping collections. @param root absolute path */
export async function readCrosswalkSettings(
  root: string,
  reader: Reader,
): Promise<Required<Reading<CrosswalkSettings>>> {
  const { settings, source, problems } = await readSettings(root, reader);
  return { value: { root, crosswalks: settings.crosswalks ?? [], ...defined({ source }) }, problems };
}
