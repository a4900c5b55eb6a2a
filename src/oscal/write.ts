import type { CodecProblem } from "./codec/codec-problem.js";
import type { OscalFormat } from "./read.js";
import { isObject } from "../foundation/json-value.js";
import { limits } from "../foundation/limits.js";
import { formatPointer } from "../source/pointer.js";

/**
 * An OSCAL document as a text of the format, what of it the format cannot hold, and what is left out although nothing is wrong with it: a
 * `$schema` beside the model, and in XML line ends within paragraphs. JSON and YAML hold everything else, and of levels only as many as are
 * read again; XML nests deeper.
 */
export async function documentText(
  document: unknown,
  format: OscalFormat,
): Promise<{
  readonly text: string;
  readonly problems: readonly CodecProblem[];
  readonly losses: readonly CodecProblem[];
}> {
  const leftOut = isObject(document) && Object.hasOwn(document, "$schema") ? [await schemaLeftOut()] : [];
  if (format === "xml") {
    const { xml, problems, losses } = (await import("./codec/to-xml.js")).toXml(document);
    return { text: xml, problems, losses: [...leftOut, ...losses] };
  }
  const deep = wayBeyond(document, limits.depth);
  if (deep !== undefined) {
    const { tooDeep } = await import("./codec/property-problems.js");
    return { text: "", problems: [tooDeep(formatPointer(deep))], losses: [] };
  }
  const text =
    format === "json"
      ? (await import("./codec/canonical-order.js")).toJson(document)
      : (await import("./codec/to-yaml.js")).toYaml(document);
  return { text, problems: [], losses: leftOut };
}

async function schemaLeftOut(): Promise<CodecProblem> {
  return (await import("./codec/property-problems.js")).schemaLeftOut();
}

/**
 * The way to the first object or array that is nested deeper than so many levels; undefined where none is, which is found without making
 * anything, since every document is asked.
 */
function wayBeyond(value: unknown, levels: number): (string | number)[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (levels === 0) return [];
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const way = wayBeyond(value[index], levels - 1);
      if (way !== undefined) return [index, ...way];
    }
  } else {
    for (const key in value) {
      const way = wayBeyond((value as Record<string, unknown>)[key], levels - 1);
      if (way !== undefined) return [key, ...way];
    }
  }
  return undefined;
}
