import { posix } from "node:path";
import type { Catalog, Control, Group, Profile } from "../../src/oscal/model/generated/types.js";
import type { BytesParser, LoadedDocument, LoadFailure } from "../../src/oscal/resolve/loaded-document.js";
import { originsOf } from "../../src/oscal/origins.js";
import { resolveProfile, type ProfileResolution } from "../../src/oscal/resolve.js";
import { resolvedProfile, type ResolvedProfile } from "../../src/oscal/resolved-profile.js";
import type { ResolveOptions } from "../../src/oscal/resolve/session.js";
import { namedOrigin, originsText } from "../../src/report/explanation.js";
import type { SourceDocument } from "../../src/source/document.js";
import { readJson } from "../../src/source/json.js";
import { readYaml } from "../../src/source/yaml.js";
import { uuid } from "./documents.js";

/** Metadata in YAML, for documents in which it does not matter. */
export const metadata = "{title: T, last-modified: '2026-01-01T00:00:00Z', version: '1', oscal-version: 1.2.2}";

/** A catalog in YAML whose root has the given properties. */
export function catalogText(rest: string, number = 1): string {
  return `catalog:\n  uuid: ${uuid(number)}\n  metadata: ${metadata}\n${indented(rest)}`;
}

/** A profile in YAML whose root has the given properties. */
export function profileText(rest: string, number = 2): string {
  return `profile:\n  uuid: ${uuid(number)}\n  metadata: ${metadata}\n${indented(rest)}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, "  ").trimEnd() + "\n";
}

/** A small catalog: two groups, controls in controls, parameters at every level, and a resource. */
export const alphabet: string = catalogText(`params:
- {id: loose, label: Loose}
- {id: unread, label: Unread}
controls:
- {id: r1, title: Root, parts: [{id: r1_smt, name: statement, prose: "See {{ insert: param, loose }} and [it](#${uuid(90)})."}]}
groups:
- id: a
  title: Group A
  params: [{id: a_prm, label: Of A}, {id: a_unread}]
  props: [{name: label, value: A}]
  controls:
  - id: a.1
    title: First
    params: [{id: a.1_prm, label: Days, values: ['10']}]
    props: [{name: label, value: A1}, {name: label, ns: 'https://example.org', value: own, class: extra}]
    links: [{href: '#a.2', rel: related}]
    parts:
    - id: a.1_smt
      name: statement
      prose: "Every {{ insert: param, a.1_prm }} days, {{ insert: param, a_prm }}."
      props: [{name: label, value: s}]
      parts:
      - {id: a.1_smt.a, name: item, prose: a}
      - {id: a.1_smt.b, name: item, class: last, prose: b}
    - {id: a.1_gdn, name: guidance, ns: 'https://example.org', prose: Hint}
  - id: a.2
    title: Second
    controls:
    - id: a.2.1
      title: Second, first
      props: [{name: label, value: A21}]
      controls: [{id: a.2.1.x, title: Innermost}]
    - {id: a.2.2, title: 'Second, second'}
- id: b
  title: Group B
  groups:
  - {id: b.inner, title: Inner, params: [{id: b_prm}], controls: [{id: b.1, title: B one, parts: [{name: statement, prose: '{{ insert: param, b_prm }}'}]}]}
  - {id: b.other, title: Other, controls: [{id: b.2, title: B two}]}
back-matter:
  resources:
  - {uuid: ${uuid(90)}, title: Cited}
  - {uuid: ${uuid(91)}, title: Not cited}
`);

/** Reads a text as its name's ending says. */
export function documentOf(text: string, file: string): SourceDocument {
  const result = file.endsWith(".json") ? readJson(text, file) : readYaml(text, file)[0];
  if (!result?.document) throw new Error(`${file}: ${JSON.stringify(result?.diagnostics)}`);
  return result.document;
}

/** Options of `resolveFiles` beside the files. */
export interface ResolveFilesOptions {
  readonly options?: Partial<ResolveOptions>;
  readonly read?: (text: string, file: string) => SourceDocument;
}

/** Resolves the first of some files, which import one another by their relative paths. */
export async function resolveFiles(
  files: Readonly<Record<string, string>>,
  { options, read = documentOf }: ResolveFilesOptions = {},
): Promise<ProfileResolution> {
  const load = (href: string, base: string): Promise<LoadedDocument | LoadFailure> => {
    const uri = posix.normalize(posix.join(posix.dirname(base), href));
    const text = Object.hasOwn(files, uri) ? files[uri] : undefined;
    return Promise.resolve(
      text === undefined ? { failure: "there is no such file." } : { uri, document: read(text, uri) },
    );
  };
  const [root] = Object.entries(files);
  if (!root) throw new Error("There is no file.");
  const [uri, text] = root;
  return resolveProfile({ uri, document: read(text, uri) }, load, {
    lastModified: "2026-11-01T00:00:00Z",
    tool: "aims test",
    ...options,
  });
}

/** Resolves a profile in YAML, given without uuid and metadata, over the alphabet and files beside it. */
export async function resolveText(
  rest: string,
  files: Readonly<Record<string, string>> = {},
  options: ResolveFilesOptions = {},
): Promise<ProfileResolution> {
  return resolveFiles({ "profile.yaml": profileText(rest), "catalog.yaml": alphabet, ...files }, options);
}

/** The resolved profile that an assessment rests on. @throws when the profile cannot be assessed */
export function assessable(resolution: ProfileResolution): ResolvedProfile {
  const { value, problems } = resolvedProfile(resolution);
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
}

/** A resolved profile that selects no control, with the files of its catalogs in the order of its imports. */
export function smallProfile(file = "profiles/small.yaml", ...catalogFiles: readonly string[]): ResolvedProfile {
  const catalogs = catalogFiles.map((name, index) => {
    const source = documentOf(catalogText("controls: [{id: a, title: A}]", 10 + index), name);
    return { href: `../${name}`, catalog: (source.value as { catalog: Catalog }).catalog, source };
  });
  const imports = JSON.stringify(catalogs.map(({ href }) => ({ href, "include-all": {} })));
  const source = documentOf(profileText(`imports: ${imports}`), file);
  return {
    profile: (source.value as { profile: Profile }).profile,
    source,
    catalogs,
    sourceCatalogs: [],
    documents: [source, ...catalogs.map((each) => each.source)],
    controls: [],
    parameters: new Map(),
  };
}

/** The resolved catalog. @throws when there is none */
export function catalogOf({ document, diagnostics }: ProfileResolution): Catalog {
  if (!document) throw new Error(JSON.stringify(diagnostics));
  return document.catalog;
}

/** The resolved control of an id. @throws when there is none */
export function controlOf(resolution: ProfileResolution, id: string): Control {
  const find = (holder: Pick<Group, "groups" | "controls">): Control | undefined => {
    for (const control of holder.controls ?? []) {
      const found = control.id === id ? control : find(control);
      if (found) return found;
    }
    for (const group of holder.groups ?? []) {
      const found = find(group);
      if (found) return found;
    }
    return undefined;
  };
  const control = find(catalogOf(resolution));
  if (!control) throw new Error(`no control ${id}`);
  return control;
}

/** Groups and controls by their ids, nested as they are: `a(a.1 a.2(a.2.1))`. */
export function outline({ groups, controls }: Pick<Group, "groups" | "controls">, root = true): string {
  const inner = (each: Group | Control): string => {
    const inside = outline(each, false);
    return `${each.id ?? each.title}${inside === "" ? "" : `(${inside})`}`;
  };
  const [first, second] = root ? [controls, groups] : [groups, controls];
  return [...(first ?? []), ...(second ?? [])].map(inner).join(" ");
}

/** A catalog without what every tool writes anew: identity, date, and who resolved what from where. */
export function withoutIdentity(catalog: Catalog): unknown {
  const { metadata, ...rest } = catalog;
  return {
    ...rest,
    uuid: "",
    metadata: {
      ...metadata,
      "last-modified": "",
      props: metadata.props?.filter(({ name }) => name !== "resolution-tool") ?? [],
      links: metadata.links?.filter(({ rel }) => rel !== "source-profile" && rel !== "resolution-source") ?? [],
    },
  };
}

/** Code, line and message of everything that was found. */
export function found({ diagnostics }: ProfileResolution): string[] {
  return diagnostics.map(({ code, severity, file, line, message }) =>
    [`${file ?? ""}:${String(line)}`, severity, `${code}:`, message].join(" "),
  );
}

/** How everything of an id came to be, in words; files are called by their identities. */
export function originText(resolution: ProfileResolution, id: string): string {
  return originsText(originsOf(resolution, id).map((origin) => namedOrigin(origin, String)));
}

/** Reads what a profile carries as JSON or YAML. */
export const parse: BytesParser = (bytes, { filename = "embedded.json" }) =>
  Promise.resolve(documentOf(new TextDecoder().decode(bytes), filename));
