import { problem } from "../../diagnostics/codes/rules.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { codeFrame } from "../../diagnostics/frame.js";
import { isObject } from "../../foundation/json-value.js";
import { nearest } from "../../foundation/nearest.js";
import { parsePointer, valueAt } from "../../source/pointer.js";
import type { InspectedModule, RegoSources } from "../compiler/protocol.js";
import type { Rule } from "../rule.js";
import { inputSchemas } from "./input-schemas.js";

/** The place of an item, written out. */
const writtenPlace = /"at"\s*:\s*"(\/[^"\\]*)"/g;

/** Places of items that are written out and that no input can have: a finding would be shown at the beginning of its file. */
export function itemPlaceProblems(
  modules: readonly InspectedModule[],
  rules: readonly Rule[],
  sources: RegoSources,
): Diagnostic[] {
  const subjects = new Map(rules.map((rule) => [rule.package, rule.subject]));
  return modules.flatMap((module) => {
    const subject = subjects.get(module.package);
    if (subject === undefined) return [];
    const lines = (sources[module.path] ?? "").split(/\r?\n/);
    return lines.flatMap((line, index) => {
      if (line.trimStart().startsWith("#")) return [];
      return [...line.matchAll(writtenPlace)].flatMap((match) => {
        const [whole, pointer = ""] = match;
        const wrong = wrongPlace(pointer, inputSchemas()[subject]);
        if (wrong === undefined) return [];
        const column = match.index + whole.length - pointer.length;
        const place = { file: module.path, line: index + 1, column, frame: codeFrame(lines, index + 1, column) };
        return [problem("rule-item-place", place, wrong)];
      });
    });
  });
}

/** How a pointer leads past what the schema knows; undefined where it leads to a place, or where anything may stand. */
function wrongPlace(pointer: string, schema: unknown): string | undefined {
  let node = schema;
  let around = "";
  for (const segment of parsePointer(pointer)) {
    const { properties, items } = resolved(node, schema);
    if (isObject(properties)) {
      if (!Object.hasOwn(properties, segment)) {
        const guess = nearest(segment, Object.keys(properties));
        const meant =
          guess === undefined
            ? ""
            : `; did you mean "${pointer.replace(`${around}/${segment}`, `${around}/${guess}`)}"?`;
        return `"at" is "${pointer}", and no input has "${segment}"${around === "" ? "" : ` in ${around}`}${meant}`;
      }
      node = properties[segment];
    } else if (items !== undefined) {
      if (!/^(?:\d+|-)$/.test(segment)) {
        return `"at" is "${pointer}", and ${around} is a list: its entries have numbers, such as ${around}/0`;
      }
      node = items;
    } else {
      return undefined;
    }
    around += `/${segment}`;
  }
  return undefined;
}

function resolved(node: unknown, schema: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(node)) return {};
  const reference = node["$ref"];
  return typeof reference === "string" ? resolved(valueAt(schema, reference.slice(1)), schema) : node;
}
