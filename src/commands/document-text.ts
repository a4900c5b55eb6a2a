import type { CodecProblem } from "../oscal/codec/codec-problem.js";
import { tooDeep } from "../oscal/codec/property-problems.js";
import type { OscalFormat } from "../oscal/read.js";
import { limits } from "../source/limits.js";
import { formatPointer } from "../source/pointer.js";

/**
 * An OSCAL document as a text of the format, and what of it the format cannot hold. JSON and YAML hold everything, but of levels only
 * as many as are read again; XML nests deeper.
 */
export async function documentText(
  document: unknown,
  format: OscalFormat,
): Promise<{ readonly text: string; readonly problems: readonly CodecProblem[] }> {
  if (format !== "xml") {
    const deep = beyondDepth(document);
    if (deep !== undefined) return { text: "", problems: [tooDeep(deep)] };
  }
  switch (format) {
    case "json":
      return { text: (await import("../oscal/codec/to-json.js")).documentJson(document), problems: [] };
    case "yaml":
      return { text: (await import("../oscal/codec/to-yaml.js")).documentYaml(document), problems: [] };
    case "xml": {
      const { xml, problems } = (await import("../oscal/codec/to-xml.js")).jsonToXml(document);
      return { text: xml, problems };
    }
  }
}

/** Pointer to the first object or array, level by level, that is nested deeper than is read; undefined where none is. */
function beyondDepth(document: unknown): string | undefined {
  interface Place {
    readonly value: object;
    readonly key: string;
    readonly parent: Place | undefined;
  }
  const nested = (value: unknown, key: string, parent: Place | undefined): Place[] =>
    typeof value === "object" && value !== null ? [{ value, key, parent }] : [];
  let level = nested(document, "", undefined);
  for (let depth = 1; depth <= limits.depth && level.length > 0; depth += 1) {
    level = level.flatMap((place) => Object.entries(place.value).flatMap(([key, value]) => nested(value, key, place)));
  }
  const [first] = level;
  if (first === undefined) return undefined;
  const way: string[] = [];
  for (let place: Place = first; place.parent !== undefined; place = place.parent) way.push(place.key);
  return formatPointer(way.reverse());
}
