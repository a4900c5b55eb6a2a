import type { Import, Profile, Resource } from "../../model/generated/types.js";
import type { LoadedDocument, LoadFailure } from "../loaded-document.js";
import { placeIn, type ProfileScope } from "../session.js";
import { formatRank } from "../../format-rank.js";

/** Everything a profile's href can be resolved against. */
interface Importer extends ProfileScope {
  readonly uri: string;
  readonly profile: Profile;
}

/**
 * Gets the document that an import names, by its href or by the resource of the back matter that a fragment means.
 * @param pointer of the import's href
 * @returns undefined where it cannot be read; why has been reported at the import
 */
export async function loadImport(
  importer: Importer,
  { href }: Pick<Import, "href">,
  pointer: string,
): Promise<LoadedDocument | undefined> {
  const outcome = href.startsWith("#")
    ? await loadResource(importer, href.slice(1), pointer)
    : await loadOnce(importer, href);
  if (outcome === undefined) return undefined;
  if ("uri" in outcome) return outcome;
  const { problems } = importer.session;
  if (outcome.diagnostics && outcome.diagnostics.length > 0) problems.pass(outcome.diagnostics);
  if (outcome.explained === true) return undefined;
  const { failure, fix } = outcome;
  problems.reject(placeIn(importer, pointer), "profile-import-unreachable", { href, failure, fix });
  return undefined;
}

async function loadResource(
  importer: Importer,
  uuid: string,
  pointer: string,
): Promise<LoadedDocument | LoadFailure | undefined> {
  const resource = findResource(importer.profile, uuid);
  const { problems } = importer.session;
  if (resource === undefined) {
    const known = (importer.profile["back-matter"]?.resources ?? []).map((each) => each.uuid);
    const guess = problems.guess(uuid, known);
    problems.reject(placeIn(importer, pointer), "profile-import-unknown-resource", { uuid, guess });
    return undefined;
  }
  const sources = sourcesOf(resource);
  const failures: LoadFailure[] = [];
  for (const source of sources) {
    const outcome = await loadSource(importer, resource, source);
    if ("uri" in outcome) return outcome;
    failures.push(outcome);
  }
  if (failures.length === 0) {
    return {
      failure: "its resource has neither a link to a JSON, YAML or XML document nor the document itself.",
      fix: "Give the resource an rlink with the href of the catalog or profile.",
    };
  }
  const diagnostics = failures.flatMap((each) => each.diagnostics ?? []);
  return {
    failure: failures.map(({ failure }, index) => `${nameOf(sources[index])}: ${failure}`).join(" "),
    fix:
      failures.find((each) => each.fix !== undefined)?.fix ??
      "Correct the rlinks of the resource, or put the document where one of them points.",
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
  };
}

function findResource(profile: Profile, uuid: string): Resource | undefined {
  const wanted = uuid.toLowerCase();
  return profile["back-matter"]?.resources?.findLast((each) => each.uuid.toLowerCase() === wanted);
}

function nameOf(source: ResourceSource | undefined): string {
  return source?.kind === "link" ? `"${source.href}"` : "base64";
}

async function loadSource(
  importer: Importer,
  resource: Resource,
  source: ResourceSource,
): Promise<LoadedDocument | LoadFailure> {
  return source.kind === "link" ? loadOnce(importer, source.href) : parseOnce(importer, resource, source);
}

/** Documents of one URI are one document, whatever the ways to it. */
async function loadOnce({ session, uri }: Importer, href: string): Promise<LoadedDocument | LoadFailure> {
  const key = JSON.stringify([uri, href]);
  const known = session.loads.get(key);
  if (known) return known;
  const outcome = await session.load(href, uri);
  const kept = "uri" in outcome ? (session.documents.get(outcome.uri) ?? outcome) : outcome;
  if ("uri" in kept) session.documents.set(kept.uri, kept);
  session.loads.set(key, kept);
  return kept;
}

async function parseOnce(
  { session, uri }: Importer,
  resource: Resource,
  { base64, filename, mediaType }: Extract<ResourceSource, { kind: "embedded" }>,
): Promise<LoadedDocument | LoadFailure> {
  const own = `${uri}#${resource.uuid}`;
  const known = session.documents.get(own);
  if (known) return known;
  const { parse } = session.options;
  if (parse === undefined) return { failure: "what a profile carries as base64 is not read here." };
  const bytes = decodeBase64(base64);
  if (bytes === undefined) return { failure: "it is not base64 (RFC 4648, section 4)." };
  const outcome = await parse(bytes, {
    uri: own,
    ...(filename === undefined ? {} : { filename }),
    ...(mediaType === undefined ? {} : { mediaType }),
  });
  if ("failure" in outcome) return outcome;
  const loaded: LoadedDocument = { uri: own, document: outcome };
  session.documents.set(own, loaded);
  return loaded;
}

/**
 * Decodes base64 (RFC 4648 section 4); white space between the digits is skipped, since XML breaks long values into lines.
 * @returns undefined where the text is not base64
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s+/g, "");
  if (digits.length % 4 !== 0) return undefined;
  const padding = digits.endsWith("==") ? 2 : digits.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((digits.length / 4) * 3 - padding);
  let buffer = 0;
  let length = 0;
  for (let index = 0; index < digits.length - padding; index += 1) {
    const value = digitValue(digits.charCodeAt(index));
    if (value === undefined) return undefined;
    buffer = ((buffer << 6) | value) & 0xff_ffff;
    if (index % 4 !== 0) {
      bytes[length] = (buffer >> (6 - 2 * (index % 4))) & 0xff;
      length += 1;
    }
  }
  return bytes;
}

function digitValue(code: number): number | undefined {
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61 + 26;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 52;
  if (code === 0x2b) return 62;
  return code === 0x2f ? 63 : undefined;
}

/** A way to the document that a resource of the back matter stands for. */
export type ResourceSource =
  | { readonly kind: "link"; readonly href: string }
  | { readonly kind: "embedded"; readonly base64: string; readonly filename?: string; readonly mediaType?: string };

/**
 * The ways to a resource's document in the order in which they are tried: links to JSON, to YAML, to XML, links of unknown format in
 * the order of the profile, and last what the profile carries in itself. Links to other formats are left out.
 * The specification lets a tool choose (req-internal-resolve1); JSON is read fastest, and a file can be shown by its lines.
 */
function sourcesOf(resource: Resource): ResourceSource[] {
  const links = (resource.rlinks ?? [])
    .map(({ href, "media-type": mediaType }) => ({ href, rank: formatRank(href, mediaType) }))
    .filter((link): link is { href: string; rank: number } => link.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .map(({ href }): ResourceSource => ({ kind: "link", href }));
  const { base64 } = resource;
  if (base64 === undefined) return links;
  const { filename, "media-type": mediaType, value } = base64;
  return [
    ...links,
    {
      kind: "embedded",
      base64: value,
      ...(filename === undefined ? {} : { filename }),
      ...(mediaType === undefined ? {} : { mediaType }),
    },
  ];
}
