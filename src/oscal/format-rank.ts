const formats: readonly RegExp[] = [/json/i, /ya?ml/i, /xml/i];

/**
 * The place of a link's format among those of OSCAL, in the order in which they are tried: JSON, YAML, XML, and an unknown one.
 * @param mediaType of the link, if it has one
 * @returns undefined for a format that is none of OSCAL's
 */
export function formatRank(href: string, mediaType: string | undefined): number | undefined {
  // A file of no type, or of the type that says nothing, is judged by its name.
  const named = mediaType !== undefined && !/^application\/octet-stream/i.test(mediaType);
  const told = named ? mediaType : /\.[a-z0-9]+$/i.exec(href.replace(/[?#].*$/, ""))?.[0];
  const rank = formats.findIndex((format) => told !== undefined && format.test(told));
  if (rank >= 0) return rank;
  return named && !/^text\/plain/i.test(mediaType) ? undefined : formats.length;
}
