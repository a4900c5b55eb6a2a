import type { Resource } from "../../model/generated/types.js";

/** A way to the document that a resource of the back matter stands for. */
export type ResourceSource =
  | { readonly kind: "link"; readonly href: string }
  | { readonly kind: "embedded"; readonly base64: string; readonly filename?: string; readonly mediaType?: string };

/**
 * The ways to a resource's document in the order in which they are tried: links to JSON, to YAML, to XML, links of unknown format in
 * the order of the profile, and last what the profile carries in itself. Links to what is no OSCAL format are left out.
 * The specification lets a tool choose (req-internal-resolve1); JSON is read fastest, and a file can be shown by its lines.
 */
export function sourcesOf(resource: Resource): ResourceSource[] {
  const links = (resource.rlinks ?? [])
    .map(({ href, "media-type": mediaType }) => ({ href, rank: rankOf(href, mediaType) }))
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

const formats: readonly RegExp[] = [/json/i, /ya?ml/i, /xml/i];

function rankOf(href: string, mediaType: string | undefined): number | undefined {
  // A file of no type, or of the type that says nothing, is judged by its name.
  const named = mediaType !== undefined && !/^application\/octet-stream/i.test(mediaType);
  const told = named ? mediaType : /\.[a-z0-9]+$/i.exec(href.replace(/[?#].*$/, ""))?.[0];
  const rank = formats.findIndex((format) => told !== undefined && format.test(told));
  if (rank >= 0) return rank;
  return named && !/^text\/plain/i.test(mediaType) ? undefined : formats.length;
}
