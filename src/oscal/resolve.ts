import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceDocument } from "../source/document.js";
import { catalogOf, profileOf, rootOf } from "./model.js";
import type { Catalog, Group, Import, Profile, ProfileGroup } from "./model/generated/types.js";
import { Draft } from "./resolve/draft.js";
import { backMatterOf } from "./resolve/finish/back-matter.js";
import { resolvedCatalogUuid } from "./resolve/finish/catalog-uuid.js";
import { resolvedMetadata, resolvedOscalVersion } from "./resolve/finish/metadata.js";
import { prune } from "./resolve/finish/prune.js";
import { Imported } from "./resolve/import/not-selected.js";
import { loadImport } from "./resolve/import/load-import.js";
import { replaceList, selectControls, type OpenedImport } from "./resolve/import/select-controls.js";
import type { DocumentLoader, LoadedDocument } from "./resolve/loaded-document.js";
import { combineMethod, combineSelections } from "./resolve/merge/combine.js";
import { structure } from "./resolve/merge/structure.js";
import { setParameters } from "./resolve/modify/set-parameters.js";
import { ResolutionStopped } from "./resolve/problems.js";
import { Provenance } from "./resolve/provenance.js";
import { openSession, placeIn, type ProfileScope, type ResolveOptions, type Session } from "./resolve/session.js";

export type { ProvenanceAction } from "./resolve/history.js";
export type { OpenedImport } from "./resolve/import/select-controls.js";
export type { BytesParser, DocumentLoader, LoadedDocument, LoadFailure } from "./resolve/loaded-document.js";
export type { Provenance } from "./resolve/provenance.js";
export type { ResolveOptions } from "./resolve/session.js";

/** The result of resolving a profile. */
export interface ProfileResolution {
  /** The resolved catalog as a document; not there where an error kept the profile from being resolved. Not to be changed. */
  readonly document?: { readonly catalog: Catalog };
  /** The faults of the profile and those it imports, in the order of the work. Warnings do not keep it from being resolved. */
  readonly diagnostics: readonly Diagnostic[];
  readonly provenance: Provenance;
  /** All documents that were read, the profile first, in the order of reading. */
  readonly documents: readonly LoadedDocument[];
  /** The imports of the profile itself, each with its catalog: as it stands, or of a profile after resolving it. */
  readonly imports: readonly OpenedImport[];
}

/** Profiles that import profiles: more levels than anybody can keep in mind. */
const mostLevels = 32;

/**
 * Resolves a profile to the catalog that it means (OSCAL profile resolution: import, merge, modify, finish). The decisions where the
 * specification leaves something open are listed in docs/profile-resolution.md.
 * @param root a profile; it and what is loaded are expected to be valid under OSCAL's schema
 * @param load gets the documents that imports name
 */
export async function resolveProfile(
  root: LoadedDocument,
  load: DocumentLoader,
  options: ResolveOptions,
): Promise<ProfileResolution> {
  const session = openSession(load, options);
  session.documents.set(root.uri, root);
  let resolved: ResolvedDocument | undefined;
  try {
    resolved = await new ProfileResolver(session).resolve(root, []);
  } catch (error) {
    if (!(error instanceof ResolutionStopped)) throw error;
  }
  const documents = [...session.documents.values()];
  const document = resolved && { catalog: resolved.catalog };
  return {
    ...(document ? { document } : {}),
    diagnostics: await session.problems.diagnostics(),
    provenance: new Provenance(
      document ?? {},
      session.history,
      documents.map((each) => each.document),
    ),
    documents,
    imports: resolved?.imports ?? [],
  };
}

interface ResolvedDocument {
  readonly catalog: Catalog;
  readonly imports: readonly OpenedImport[];
}

class ProfileResolver {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** @param importers the documents through whose imports this one was reached, the outermost first */
  async resolve(loaded: LoadedDocument, importers: readonly LoadedDocument[]): Promise<ResolvedDocument | undefined> {
    const { document: source } = loaded;
    const { problems, history } = this.#session;
    const profile = profileOf(source);
    if (profile === undefined) {
      problems.reject({ document: source, pointer: "" }, "profile-not-a-profile", { model: modelWords(source) });
      return undefined;
    }
    const scope: ProfileScope = { session: this.#session, source, draft: new Draft(history) };
    const imports: OpenedImport[] = [];
    // All imports are tried, so that all that is wrong is seen at once.
    for (const [index, directive] of profile.imports.entries()) {
      const opened = await this.#open(scope, { loaded, profile, directive, index, importers });
      if (opened) imports.push(opened);
    }
    if (imports.length < profile.imports.length) return undefined;
    return { catalog: await this.#build(scope, loaded, profile, imports), imports };
  }

  async #open(
    scope: ProfileScope,
    { loaded: importer, profile, directive, index, importers }: ImportStep,
  ): Promise<OpenedImport | undefined> {
    const { problems } = this.#session;
    const pointer = `/profile/imports/${String(index)}/href`;
    const place = placeIn(scope, pointer);
    const loaded = await loadImport({ ...scope, uri: importer.uri, profile }, directive, pointer);
    if (loaded === undefined) return undefined;
    const catalog = catalogOf(loaded.document);
    if (catalog !== undefined) return { index, directive, loaded, catalog };
    if (profileOf(loaded.document) === undefined) {
      const { href } = directive;
      problems.reject(place, "profile-import-not-a-catalog", { href, model: modelWords(loaded.document) });
      return undefined;
    }
    const way = [...importers, importer];
    const start = way.findIndex(({ uri }) => uri === loaded.uri);
    if (start >= 0) {
      const circle = [...way.slice(start), loaded].map(({ document }) => document.file);
      problems.reject(place, "profile-import-cycle", { circle });
      return undefined;
    }
    if (way.length >= mostLevels) {
      problems.reject(place, "profile-import-too-deep", { levels: mostLevels });
      return undefined;
    }
    const { resolved } = this.#session;
    if (!resolved.has(loaded.uri)) resolved.set(loaded.uri, (await this.resolve(loaded, way))?.catalog);
    const result = resolved.get(loaded.uri);
    return result === undefined ? undefined : { index, directive, loaded, catalog: result };
  }

  async #build(
    scope: ProfileScope,
    loaded: LoadedDocument,
    profile: Profile,
    imports: readonly OpenedImport[],
  ): Promise<Catalog> {
    const { history, options } = this.#session;
    const oscalVersion = resolvedOscalVersion(scope, [
      { loaded, version: profile.metadata["oscal-version"] },
      ...imports.map(({ loaded: each, catalog, index }) => ({
        loaded: each,
        version: catalog.metadata["oscal-version"],
        import: index,
      })),
    ]);
    const selections = imports.map((opened) => selectControls(scope, opened));
    combineSelections(scope, selections, {
      method: combineMethod(scope, profile.merge?.combine?.method),
      settled: new Set(profile.modify?.["set-parameters"]?.map((each) => each["param-id"])),
    });
    const body = structure(scope, selections, profile.merge);
    history.beginModification(scope.source);
    const imported = new Imported(imports);
    const named = setParameters(scope, body, profile.modify?.["set-parameters"], imported);
    for (const id of declaredParameters(profile.merge?.custom?.groups ?? [])) named.add(id);
    const alters = profile.modify?.alters;
    // Many profiles change nothing in a control.
    if (alters !== undefined) (await import("./resolve/modify/alter.js")).alterControls(scope, body, alters, imported);

    const catalog: Catalog = scope.draft.adopt({
      uuid: "",
      metadata: resolvedMetadata(scope, profile, selections, {
        oscalVersion,
        sourceProfile: options.sourceProfile?.(loaded) ?? loaded.uri,
      }),
    });
    replaceList(catalog, "params", body.params);
    replaceList(catalog, "controls", body.controls);
    replaceList(catalog, "groups", body.groups);
    history.derive(catalog, profile);
    catalog["back-matter"] = { resources: backMatterOf(scope, selections, profile) };
    prune(catalog, named, (id, item) => {
      history.noteAbsence(id, item, "removed", placeIn(scope, "/profile"), { item: "nothing refers to it" });
    });
    const inputs = [profile.uuid, ...imports.map((each) => each.catalog.uuid)];
    catalog.uuid = resolvedCatalogUuid(inputs, catalog);
    return catalog;
  }
}

interface ImportStep {
  readonly loaded: LoadedDocument;
  readonly profile: Profile;
  readonly directive: Import;
  readonly index: number;
  readonly importers: readonly LoadedDocument[];
}

function modelWords({ value }: SourceDocument): string {
  return rootOf(value)?.model ?? "document";
}

function* declaredParameters(groups: readonly (ProfileGroup | Group)[]): Generator<string> {
  for (const group of groups) {
    for (const { id } of group.params ?? []) yield id;
    yield* declaredParameters(group.groups ?? []);
  }
}
