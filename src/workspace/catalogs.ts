import { basename, resolve } from "node:path";
import { labelOf, referenceOf } from "../assessment/control-reference.js";
import { problem } from "../diagnostics/codes/catalogs.js";
import type { Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { fileAt } from "../files/paths.js";
import { standardInput } from "../files/read.js";
import { statusAt, type Reader } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import { nearest } from "../foundation/nearest.js";
import { catalogOf, rootOf, type Catalog, type Control } from "../oscal/model.js";
import { aimsNamespace, propertyValue } from "../oscal/properties.js";
import { catalogControls } from "../oscal/resolved-profile.js";
import { addressNotFetched } from "./oscal-file.js";
import type { Pack } from "./packs.js";
import { ProfileDocuments } from "./profile/documents.js";
import { catalogName, isProfileName, namedShippedCatalogs } from "./shipped.js";

/** A catalog with the names by which people know it. */
export interface KnownCatalog {
  /** By which a command names it: that of a shipped catalog, or the path of a file as it was given. */
  readonly name: string;
  /** The framework that references to its controls begin with, where the catalog names one. */
  readonly framework?: string;
  readonly catalog: Catalog;
  /** The file of a catalog that does not ship with aims. */
  readonly file?: SourceFile;
}

/** The catalogs that ship with aims, by name. */
export function knownCatalogs(): KnownCatalog[] {
  return [...namedShippedCatalogs()].map(([name, catalog]) => known(name, catalog));
}

/** The controls of a catalog, parents before the controls inside them. */
export function controlsOf({ catalog }: KnownCatalog): Control[] {
  return [...catalogControls(catalog)].map(({ control }) => control);
}

/** Names of controls that are like one that somebody wrote: references for one with a colon, else labels and ids. */
export function controlNames(controls: readonly Control[], like: string): string[] {
  return controls.flatMap((control) => (like.includes(":") ? [referenceOf(control)] : [labelOf(control), control.id]));
}

/** Whether somebody means a catalog by its name, that of its file without the ending, or its framework. */
export function isCalled({ name, framework }: KnownCatalog, called: string): boolean {
  const wanted = called.toLowerCase();
  const ofFile = basename(name).replace(/\.(?:json|ya?ml|xml)$/i, "");
  return [name, framework, ofFile].some((each) => each?.toLowerCase() === wanted);
}

/**
 * The catalog that somebody names: a shipped one by its name, framework or address, one of the user by its path, or `-` for standard
 * input.
 * @param folder absolute path of the folder that a path starts from
 */
export async function catalogNamed(called: string, folder: string, reader: Reader): Promise<Reading<KnownCatalog>> {
  const refused = addressNotFetched(called);
  if (refused !== undefined) return { problems: [refused] };
  if (called === "-") return readCatalog(called, standardInput, reader);
  const file = fileAt(resolve(folder, called));
  if (!isProfileName(called)) return readCatalog(called, file, reader);
  const shipped = knownCatalogs();
  const found = shipped.find((each) => isCalled(each, catalogName(called)));
  if (found !== undefined) return { value: found, problems: [] };
  // A file of one's own may be called without an ending.
  if (statusAt(file, reader)?.kind === "file") return readCatalog(called, file, reader);
  const guess = nearest(
    catalogName(called),
    shipped.flatMap(({ name, framework }) => [name, framework ?? name]),
  );
  const told = { name: called, shipped: shipped.map(({ name }) => name), guess };
  return { problems: [problem("unknown-catalog", undefined, told)] };
}

/** The catalogs that packs hold, as far as they can be read: what is wrong with one is said where it is used. */
export async function packCatalogs(packs: readonly Pack[], reader: Reader): Promise<Catalog[]> {
  const documents = packs.flatMap((pack) => pack.documents).filter(({ kind }) => kind === "catalog");
  const read = await Promise.all(documents.map(({ address, file }) => readCatalog(address, file, reader)));
  return read.flatMap(({ value }) => (value === undefined ? [] : [value.catalog]));
}

async function readCatalog(name: string, file: SourceFile, reader: Reader): Promise<Reading<KnownCatalog>> {
  const read = await new ProfileDocuments(reader).at({ file });
  if (!("document" in read)) {
    return { problems: [...(read.diagnostics ?? []), ...(read.unread === undefined ? [] : [read.unread])] };
  }
  const { document } = read;
  const catalog = catalogOf(document);
  if (catalog !== undefined) return { value: { ...known(name, catalog), file }, problems: [] };
  const { model = "" } = rootOf(document.value) ?? {};
  return { problems: [problem("not-a-catalog", { file }, { model })] };
}

function known(name: string, catalog: Catalog): KnownCatalog {
  return { name, catalog, ...defined({ framework: catalogFramework(catalog) }) };
}

/** The framework that a catalog names; a resolved one may name it with its groups and controls alone. */
export function catalogFramework({ metadata, groups = [], controls = [] }: Catalog): string | undefined {
  for (const { props } of [metadata, ...groups, ...controls]) {
    const framework = propertyValue(props, "framework", aimsNamespace);
    if (framework !== undefined) return framework;
  }
  return undefined;
}
