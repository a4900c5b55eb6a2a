import { isObject } from "../../foundation/json-value.js";
import type { ReadResult } from "../../source/document.js";
import { valueAt } from "../../source/pointer.js";
import type { Position } from "../../source/position.js";
import { readYaml } from "../../source/yaml.js";

/**
 * The METADATA block around a line of a module, read as YAML. Its places are those in the module.
 * @param row of the line `# METADATA` or of one below it, from 1
 * @returns undefined where there is no such block, or nothing in it
 */
export function readMetadata(text: string, row: number, path: string): ReadResult | undefined {
  const lines = text.split(/\r?\n/);
  const isComment = (at: number): boolean => /^[ \t]*#/.test(lines[at] ?? "");
  let first = row - 1;
  while (isComment(first) && !isBeginning(lines[first])) first -= 1;
  if (!isComment(first)) return undefined;
  let last = first;
  while (isComment(last + 1)) last += 1;
  const yaml = lines.map((line, at) => (at > first && at <= last ? withoutSign(line) : "")).join("\n");
  return yaml.trim() === "" ? undefined : readYaml(yaml, path)[0];
}

/**
 * Where a value of a METADATA block stands, or the innermost object around it.
 * @param row of the line `# METADATA`
 * @param pointer into the YAML of the block
 */
export function metadataPosition(text: string, row: number, path: string, pointer: string): Position {
  const beginning = { line: row, column: 1 };
  const document = readMetadata(text, row, path)?.document;
  if (!isObject(document?.value)) return beginning;
  const isThere = valueAt(document.value, pointer) !== undefined;
  // Something is missing below what is named by the key; in the block as a whole, by its first line.
  const [, around = ""] = pointer.split("/");
  if (!isThere && valueAt(document.value, `/${around}`) === undefined) return beginning;
  return document.locate(pointer, isThere ? "value" : "key");
}

function isBeginning(line: string | undefined): boolean {
  return /^[ \t]*#[ \t]*METADATA[ \t]*$/.test(line ?? "");
}

/** A blank in place of the "#", so that what stands behind it keeps its column. */
function withoutSign(line: string): string {
  return line.replace(/^[ \t]*#/, (sign) => " ".repeat(sign.length));
}
