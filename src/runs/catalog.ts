import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { nearest } from "../foundation/nearest.js";
import { controlCalled } from "../oscal/control-names.js";
import type { Control } from "../oscal/model.js";
import type { KnownError } from "../oscal/wrong-labels.js";
import type { CatalogControl, CatalogListing } from "../report/catalog.js";
import {
  catalogNamed,
  controlNames,
  controlsOf,
  isCalled,
  knownCatalogs,
  type KnownCatalog,
} from "../workspace/catalogs.js";
import { contentsOf, groupsCalled, namesOfGroups, summaryOf } from "./catalog/contents.js";
import type { FoundControl } from "./catalog/shown.js";
import type { Host } from "./host.js";

/** What is to be listed. */
export interface ListCatalogRequest {
  /** Name, framework or path of a catalog, or "-" for standard input; without it, the shipped catalogs are listed. */
  readonly catalog?: string;
  /** Ids or labels of the groups that are listed alone; all of the catalog without them. */
  readonly groups?: readonly string[];
}

/** A list, and what was asked for and is not there. */
export interface CatalogList {
  readonly listing: CatalogListing;
  readonly unknown: readonly UnknownName[];
  /** The file of the catalog, where it does not ship with aims. */
  readonly files: readonly SourceFile[];
}

/** A name that nothing has. */
export interface UnknownName {
  readonly name: string;
  /** The name that was probably meant. */
  readonly guess?: string;
  /** What is widely said and wrong in the name. */
  readonly known?: KnownError;
}

/** Lists the catalogs that ship with aims, or the groups and controls of one catalog. */
export async function listCatalog(
  { catalog: called, groups }: ListCatalogRequest,
  host: Host,
): Promise<Reading<CatalogList>> {
  if (called === undefined) {
    return { value: { listing: { catalogs: knownCatalogs().map(summaryOf) }, unknown: [], files: [] }, problems: [] };
  }
  const { value: known, problems } = await catalogNamed(called, host.folder, host.read);
  if (known === undefined) return { problems };
  const found = groupsCalled(groups, known.catalog);
  const names = namesOfGroups(known.catalog);
  const unknown = found.unknown.map((name) => unknownName(name, names));
  const listing = { ...summaryOf(known), contents: contentsOf(found.groups ?? known.catalog) };
  return { value: { listing, unknown, files: filesOf(known) }, problems };
}

/** The controls that are to be shown. */
export interface ShowCatalogRequest {
  /** Ids, labels or references; all controls of the catalog where there are none. */
  readonly controls: readonly string[];
  /** Name, framework or path of a catalog, or "-" for standard input; without it, the shipped catalogs are looked through. */
  readonly catalog?: string;
  /** Paths of overlays; their texts go before those of the overlays that the aims.yaml of the host's folder names. */
  readonly overlays?: readonly string[];
}

/** What catalogs say of controls. */
export interface CatalogShow {
  /** In the order in which they were asked for; where several catalogs have one, that of each. */
  readonly controls: readonly CatalogControl[];
  readonly unknown: readonly UnknownName[];
  /** What is wrong with overlays, and with the aims.yaml that names them. */
  readonly problems: readonly Diagnostic[];
  /** Why rules of the workspace may be missing. */
  readonly incomplete: readonly Diagnostic[];
  /** Files that were read. */
  readonly files: readonly SourceFile[];
}

/** Tells what catalogs say of controls. @returns problems alone where the catalog cannot be read */
export async function showCatalog(request: ShowCatalogRequest, host: Host): Promise<Reading<CatalogShow>> {
  const shipped = knownCatalogs();
  const named = request.catalog === undefined ? undefined : await catalogNamed(request.catalog, host.folder, host.read);
  if (named !== undefined && named.value === undefined) return { problems: named.problems };
  const searched = named?.value === undefined ? shipped : [named.value];
  const { found, unknown: unheard } = searchedFor(request.controls, searched);
  const unknown = unheard.length === 0 ? [] : await withKnownErrors(unheard, searched);
  const { shownControls } = await import("./catalog/shown.js");
  const others = shipped.filter((each) => !searched.some(({ name }) => name === each.name));
  const read = await shownControls(found, [...searched, ...others], request.overlays ?? [], host);
  const { controls, problems, incomplete, files } = read;
  const value = { controls, unknown, problems, incomplete, files: [...searched.flatMap(filesOf), ...files] };
  return { value, problems };
}

/** The controls of the names in the catalogs, each once; without names, all of them. */
function searchedFor(
  names: readonly string[],
  catalogs: readonly KnownCatalog[],
): { readonly found: readonly FoundControl[]; readonly unknown: readonly UnknownName[] } {
  const all = catalogs.map((known) => ({
    known,
    controls: controlsOf(known),
  }));
  if (names.length === 0) {
    return {
      found: all.flatMap(({ known, controls }) => controls.map((control) => ({ known, control }))),
      unknown: [],
    };
  }
  const found = new Map<Control, FoundControl>();
  const unknown: UnknownName[] = [];
  for (const name of names) {
    let isKnown = false;
    for (const { known, controls } of all) {
      const control = controlCalled(withoutCatalog(name, known), controls);
      if (control === undefined) continue;
      isKnown = true;
      if (!found.has(control)) found.set(control, { known, control });
    }
    if (!isKnown)
      unknown.push(
        unknownName(
          name,
          controlNames(
            all.flatMap((each) => each.controls),
            name,
          ),
        ),
      );
  }
  return { found: [...found.values()], unknown };
}

/** A reference may begin with the name of a catalog in place of its framework. */
function withoutCatalog(name: string, known: KnownCatalog): string {
  const colon = name.indexOf(":");
  const isOfFramework = name.slice(0, colon).toLowerCase() === known.framework?.toLowerCase();
  return colon > 0 && !isOfFramework && isCalled(known, name.slice(0, colon)) ? name.slice(colon + 1) : name;
}

/** Adds what is widely said and wrong of controls of the catalogs that were searched. */
async function withKnownErrors(
  unknown: readonly UnknownName[],
  searched: readonly KnownCatalog[],
): Promise<readonly UnknownName[]> {
  const { knownError } = await import("../workspace/wrong-labels.js");
  return unknown.map((each): UnknownName => {
    const known = knownError(each.name);
    const of = known === undefined || known.error.kind === "statement" ? undefined : known.error.control;
    const isSearched = searched.some(({ framework }) => framework !== undefined && of?.startsWith(`${framework}:`));
    return known !== undefined && isSearched ? { ...each, known } : each;
  });
}

function unknownName(name: string, names: readonly string[]): UnknownName {
  const guess = nearest(name, names);
  return guess === undefined ? { name } : { name, guess };
}

function filesOf({ file }: KnownCatalog): SourceFile[] {
  return file === undefined ? [] : [file];
}
