import { resolve } from "node:path";
import { referenceOf } from "../assessment/control-reference.js";
import { problem } from "../diagnostics/codes/catalogs.js";
import { problem as fileProblem } from "../diagnostics/codes/files.js";
import { compareDiagnostics, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { fileAt, insideWorkspace } from "../files/paths.js";
import type { Reader } from "../files/reader.js";
import { nearest } from "../foundation/nearest.js";
import { controlCalled } from "../oscal/control-names.js";
import type { SourceDocument } from "../source/document.js";
import { placeOf } from "../source/place.js";
import { formatPointer } from "../source/pointer.js";
import { controlNames, controlsOf, isCalled, type KnownCatalog } from "./catalogs.js";
import type { Overlay, Text } from "./generated/overlay.js";
import { overlay as isOverlay } from "./generated/overlay-validator.js";
import { whereNamed } from "./profile/named-file.js";
import { readRecord } from "./record.js";
import type { OverlaySettings } from "./settings.js";

/** A text of an overlay, and the overlay's file. */
export interface OverlaidText {
  readonly text: string;
  readonly file: SourceFile;
}

/** The texts that overlays have for a control. */
export interface OverlaidTexts {
  readonly statement?: OverlaidText;
  readonly guidance?: OverlaidText;
}

/** The files that overlays were read from, and their texts. */
export interface Overlays {
  readonly files: readonly SourceFile[];
  /** The texts for the controls of a catalog, by the controls' ids. */
  readonly textsFor: (catalog: KnownCatalog) => ReadonlyMap<string, OverlaidTexts>;
}

/** Where overlays are named. */
export interface NamedOverlays {
  /** Absolute path of a workspace, and the overlays that its aims.yaml names. */
  readonly workspace?: OverlaySettings & { readonly root: string };
  /** Paths of a command line; their texts go before those of aims.yaml. */
  readonly named: readonly string[];
  /** Absolute path of the folder that the paths of the command line start from. */
  readonly folder: string;
}

interface KeptOverlay {
  readonly file: SourceFile;
  readonly source: SourceDocument;
  readonly framework: string;
  readonly texts: ReadonlyMap<string, Text>;
}

/**
 * Reads overlays. The sound ones count also where another one, or an entry, is wrong.
 * @param catalogs those whose controls texts can be laid over
 */
export async function readOverlays(
  { workspace, named, folder }: NamedOverlays,
  catalogs: readonly KnownCatalog[],
  reader: Reader,
): Promise<Required<Reading<Overlays>>> {
  const problems: Diagnostic[] = [];
  const kept: KeptOverlay[] = [];
  const add = ({ value, problems: found }: Reading<KeptOverlay>, ofSettings: boolean): void => {
    problems.push(...found);
    if (value === undefined) return;
    kept.push(value);
    problems.push(...overlayProblems(value, catalogs, ofSettings));
  };
  for (const [index, path] of (workspace?.overlays ?? []).entries()) {
    if (workspace !== undefined) add(await overlayOfSettings(path, index, workspace, reader), true);
  }
  for (const path of named) add(await readOverlay(fileAt(resolve(folder, path)), reader), false);
  return {
    value: { files: kept.map(({ file }) => file), textsFor: (catalog) => textsFor(catalog, kept) },
    problems: problems.sort(compareDiagnostics),
  };
}

/** An overlay that aims.yaml names has to lie in the workspace; what cannot be read is reported where it is named. */
async function overlayOfSettings(
  path: string,
  index: number,
  { root, source }: OverlaySettings & { readonly root: string },
  reader: Reader,
): Promise<Reading<KeptOverlay>> {
  const pointer = formatPointer(["overlays", index]);
  const inside = insideWorkspace(root, root, path, reader);
  if ("outside" in inside) {
    const place = source && placeOf(source, pointer);
    return { problems: [fileProblem("path-outside-workspace", place, { how: "path", path })] };
  }
  const read = await readOverlay(fileAt(inside.path), reader);
  const [first] = read.problems;
  if (source === undefined || first?.code !== "unreadable-file") return read;
  return { problems: [whereNamed(first, path, { document: source, pointer })] };
}

async function readOverlay(file: SourceFile, reader: Reader): Promise<Reading<KeptOverlay>> {
  const kind = { validator: isOverlay, schema: "overlay", called: "overlay" } as const;
  const { value: record, problems } = await readRecord<Overlay>({ file }, kind, reader);
  if (record === undefined) return { problems };
  const { value, source } = record;
  const texts = new Map(Object.entries(value.texts));
  return { value: { file, source, framework: value.framework, texts }, problems };
}

function overlayProblems(
  { source, framework, texts }: KeptOverlay,
  catalogs: readonly KnownCatalog[],
  ofSettings: boolean,
): Diagnostic[] {
  const meant = catalogs.filter((each) => isCalled(each, framework));
  if (meant.length === 0) {
    const known = [...new Set(catalogs.map((each) => each.framework ?? each.name))];
    const guess = nearest(
      framework,
      catalogs.flatMap((each) => [each.framework ?? each.name, each.name]),
    );
    const place = placeOf(source, "/framework");
    return [problem("overlay-unknown-framework", place, { framework, known, guess, ofSettings })];
  }
  const controls = meant.flatMap(controlsOf);
  const first = new Map<string, string>();
  return [...texts.keys()].flatMap((key): Diagnostic[] => {
    const place = placeOf(source, formatPointer(["texts", key]), "key");
    const control = controlCalled(key, controls);
    if (control === undefined) {
      const guess = nearest(key, controlNames(controls, key));
      return [problem("overlay-unknown-control", place, { key, framework, guess })];
    }
    const before = first.get(control.id);
    if (before === undefined) {
      first.set(control.id, key);
      return [];
    }
    return [problem("overlay-control-twice", place, { control: referenceOf(control), key, first: before })];
  });
}

/** Of two texts for one control, that of the later overlay; of one overlay, the first. */
function textsFor(catalog: KnownCatalog, overlays: readonly KeptOverlay[]): Map<string, OverlaidTexts> {
  const controls = controlsOf(catalog);
  const found = new Map<string, OverlaidTexts>();
  for (const { file, framework, texts } of overlays) {
    if (!isCalled(catalog, framework)) continue;
    const taken = new Set<string>();
    for (const [key, { statement, guidance }] of texts) {
      const control = controlCalled(key, controls);
      if (control === undefined || taken.has(control.id)) continue;
      taken.add(control.id);
      found.set(control.id, {
        ...found.get(control.id),
        ...(statement === undefined ? {} : { statement: { text: statement, file } }),
        ...(guidance === undefined ? {} : { guidance: { text: guidance, file } }),
      });
    }
  }
  return found;
}
