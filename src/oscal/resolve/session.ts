import type { SourceDocument } from "../../source/document.js";
import type { Place } from "../../source/place.js";
import type { Catalog, Group } from "../model/generated/types.js";
import type { Draft } from "./draft.js";
import { History } from "./history.js";
import type { BytesParser, DocumentLoader, LoadedDocument, LoadFailure } from "./loaded-document.js";
import { Problems, Work } from "./problems.js";

/** The caller's choices for a resolution. */
export interface ResolveOptions {
  /** Date and time with time zone for `last-modified`: when the profile was resolved, or what is to be the same in every run. */
  readonly lastModified: string;
  /** Name and version of the program, for the prop `resolution-tool`. */
  readonly tool: string;
  /** The target of the link `source-profile` of the catalog resolved from a profile; the URI of the profile without it. */
  readonly sourceProfile?: (profile: LoadedDocument) => string;
  /** Reads resources that a profile carries as base64; without it they cannot be imported. */
  readonly parse?: BytesParser;
}

/** The state that all profiles of one resolution share. */
export interface Session {
  readonly load: DocumentLoader;
  readonly options: ResolveOptions;
  readonly problems: Problems;
  readonly work: Work;
  readonly history: History;
  /** By base and href: what has been loaded, so that one document is one object however often it is imported. */
  readonly loads: Map<string, LoadedDocument | LoadFailure>;
  /** By URI, in the order of loading. */
  readonly documents: Map<string, LoadedDocument>;
  /** By URI of the profile: its resolved catalog, or undefined where it has errors. */
  readonly resolved: Map<string, Catalog | undefined>;
}

export function openSession(load: DocumentLoader, options: ResolveOptions): Session {
  const problems = new Problems();
  return {
    load,
    options,
    problems,
    work: new Work(problems),
    history: new History(),
    loads: new Map(),
    documents: new Map(),
    resolved: new Map(),
  };
}

/** The profile that is being resolved, among those that it imports and is imported by. */
export interface ProfileScope {
  readonly session: Session;
  readonly source: SourceDocument;
  /** The objects of this profile's result, which may be changed. */
  readonly draft: Draft;
}

/** A place in the profile. */
export function placeIn({ source }: Pick<ProfileScope, "source">, pointer: string): Place {
  return { document: source, pointer };
}

/**
 * Notes that a group is not output, which says nothing where another import's group of the id is; what becomes of its parameters and
 * controls is another matter.
 */
export function noteGroupAbsence({ session }: ProfileScope, group: Group, place: Place, item: string): void {
  if (group.id === undefined) return;
  // The parameters outlive the group.
  const rest = { ...group };
  delete rest.params;
  session.history.noteAbsence(group.id, session.history.derive(rest, group), "removed", place, { item }, true);
}
