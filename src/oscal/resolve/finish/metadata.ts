import type { LoadedDocument } from "../loaded-document.js";
import { compareVersions, oscalVersion, parseVersion, rootOf, type OscalVersion } from "../../model.js";
import type { Link, Location, Metadata, Party, Profile, Property, Role } from "../../model/generated/types.js";
import type { Selection } from "../import/select-controls.js";
import { isKept, oscalNamespace } from "../../properties.js";
import { placeIn, type ProfileScope } from "../session.js";

/** Relations by which tools say, or said, what a catalog was resolved from. */
const sourceRelations: ReadonlySet<string | undefined> = new Set(["source-profile", "resolution-source"]);

/**
 * The metadata of the resolved catalog: the profile's title, version, props, links, people and remarks, the date and tool that the
 * caller gives, and of the imported documents the roles and parties that say `keep` (req-meta-keep), with what these refer to.
 * The identity and history of the profile's own document (published, revisions, document-ids, actions) stay there.
 */
export function resolvedMetadata(
  scope: ProfileScope,
  profile: Profile,
  selections: readonly Selection[],
  { oscalVersion, sourceProfile }: { readonly oscalVersion: string; readonly sourceProfile: string },
): Metadata {
  const { lastModified, tool } = scope.session.options;
  const { title, version, props, links, roles, locations, parties, remarks, ...rest } = profile.metadata;
  const responsible = rest["responsible-parties"];
  const kept = keptPeople(selections);
  const imported = <T extends object>(item: T): T => {
    const copy = scope.draft.copy(item);
    const index = kept.imports.get(item) ?? 0;
    scope.session.history.note(copy, "imported", placeIn(scope, `/profile/imports/${String(index)}`));
    return copy;
  };
  const metadata: Metadata = {
    title,
    "last-modified": lastModified,
    version,
    "oscal-version": oscalVersion,
    props: [...(props ?? []).filter((each) => !isToolName(each)), { name: "resolution-tool", value: tool }],
    links: [
      ...(links ?? []).filter(({ rel }) => !sourceRelations.has(rel)),
      { href: sourceProfile, rel: "source-profile" } satisfies Link,
    ],
    roles: union(roles, kept.roles, imported, ({ id }) => id),
    locations: union(locations, kept.locations, imported, ({ uuid }) => uuid.toLowerCase()),
    parties: union(parties, kept.parties, imported, ({ uuid }) => uuid.toLowerCase()),
    ...(responsible === undefined ? {} : { "responsible-parties": responsible }),
    ...(remarks === undefined ? {} : { remarks }),
  };
  return scope.session.history.derive(scope.draft.adopt(metadata), profile.metadata);
}

function isToolName({ name, ns = oscalNamespace }: Property): boolean {
  return name === "resolution-tool" && ns === oscalNamespace;
}

interface People {
  readonly roles: readonly Role[];
  readonly locations: readonly Location[];
  readonly parties: readonly Party[];
  /** Index of the import that brings each. */
  readonly imports: ReadonlyMap<object, number>;
}

/** Roles and parties of the imports that say `keep`, with the organizations and locations that these parties name. */
function keptPeople(selections: readonly Selection[]): People {
  const metadata = selections.map(({ opened }) => opened.catalog.metadata);
  const byUuid = new Map(
    metadata.flatMap(({ parties }) => (parties ?? []).map((party) => [party.uuid.toLowerCase(), party] as const)),
  );
  const parties = new Set(metadata.flatMap((each) => (each.parties ?? []).filter(isKept)));
  // A set that grows while it is walked is walked to its end.
  for (const party of parties) {
    for (const uuid of party["member-of-organizations"] ?? []) {
      const organization = byUuid.get(uuid.toLowerCase());
      if (organization) parties.add(organization);
    }
  }
  const places = new Set(
    [...parties].flatMap((party) => (party["location-uuids"] ?? []).map((uuid) => uuid.toLowerCase())),
  );
  return {
    roles: metadata.flatMap(({ roles }) => (roles ?? []).filter(isKept)),
    locations: metadata.flatMap(({ locations }) =>
      (locations ?? []).filter(({ uuid }) => places.has(uuid.toLowerCase())),
    ),
    parties: [...parties],
    imports: new Map(
      selections.flatMap(({ opened: { index, catalog } }) => {
        const { roles = [], locations = [], parties: all = [] } = catalog.metadata;
        return [...roles, ...locations, ...all].map((each) => [each, index] as const);
      }),
    ),
  };
}

/** The profile's own come first and stand for imported ones of their id. */
function union<T>(
  own: readonly T[] | undefined,
  imported: readonly T[],
  take: (item: T) => T,
  identity: (item: T) => string,
): T[] {
  const all = new Map<string, T>();
  for (const item of own ?? []) if (!all.has(identity(item))) all.set(identity(item), item);
  for (const item of imported) if (!all.has(identity(item))) all.set(identity(item), take(item));
  return [...all.values()];
}

/**
 * The `oscal-version` of a resolved catalog: the newest among the profile and what it imports, and not newer than the resolver's own
 * (req-meta-oscal-version). A different major version ends the resolution (req-meta-oscalversion-error).
 * @param inputs the profile first
 */
export function resolvedOscalVersion(
  scope: ProfileScope,
  inputs: readonly { readonly loaded: LoadedDocument; readonly version: string; readonly import?: number }[],
): string {
  const { problems } = scope.session;
  const tool = parseVersion(oscalVersion);
  let newest: OscalVersion | undefined;
  for (const { loaded, version: text, import: index } of inputs) {
    const version = parseVersion(text.trim());
    const { document } = loaded;
    const place = { document, pointer: `/${rootOf(document.value)?.model ?? ""}/metadata/oscal-version` };
    if (version === undefined) {
      problems.warn(place, "profile-oscal-version", { declared: text, supported: oscalVersion });
      continue;
    }
    if (version.numbers[0] !== tool?.numbers[0]) {
      problems.stop(
        index === undefined ? place : placeIn(scope, `/profile/imports/${String(index)}/href`),
        "profile-oscal-version-major",
        { file: document.file, version: version.text },
      );
    }
    if (newest === undefined || compareVersions(version, newest) > 0) newest = version;
  }
  return newest === undefined || (tool !== undefined && compareVersions(newest, tool) > 0) ? oscalVersion : newest.text;
}
