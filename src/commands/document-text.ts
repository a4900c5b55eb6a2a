import type { CodecProblem } from "../oscal/codec/codec-problem.js";
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
  if (format === "xml") {
    const { xml, problems } = (await import("../oscal/codec/to-xml.js")).jsonToXml(document);
    return { text: xml, problems };
  }
  if (typeof document === "object" && document !== null && nestsDeeper(document, limits.depth)) {
    const { tooDeep } = await import("../oscal/codec/property-problems.js");
    return { text: "", problems: [tooDeep(firstBeyondDepth(document))] };
  }
  const text =
    format === "json"
      ? (await import("../oscal/codec/to-json.js")).documentJson(document)
      : (await import("../oscal/codec/to-yaml.js")).documentYaml(document);
  return { text, problems: [] };
}

/** Whether objects and arrays are nested in more levels; asked of every document, so without making anything. */
function nestsDeeper(value: object, levels: number): boolean {
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) if (entryNestsDeeper(value[index], levels)) return true;
  } else {
    for (const key in value) if (entryNestsDeeper((value as Record<string, unknown>)[key], levels)) return true;
  }
  return false;
}

function entryNestsDeeper(entry: unknown, levels: number): boolean {
  return typeof entry === "object" && entry !== null && nestsDeeper(entry, levels - 1);
}

/** Pointer to the first object or array, level by level, that is nested deeper than is read; there is one. */
function firstBeyondDepth(document: unknown): string {
  interface Place {
    readonly value: unknown;
    readonly way: readonly string[];
  }
  let level: readonly Place[] = [{ value: document, way: [] }];
  for (let depth = 1; depth <= limits.depth; depth += 1) {
    level = level.flatMap(({ value, way }) =>
      Object.entries(value as object).flatMap(([key, entry]: [string, unknown]) =>
        typeof entry === "object" && entry !== null ? [{ value: entry, way: [...way, key] }] : [],
      ),
    );
  }
  return formatPointer(level[0]?.way ?? []);
}
