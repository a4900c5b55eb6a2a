/** Changes of parsed JSON by JSON pointer, for tests that break a valid document in one place. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parsePointer, valueAt } from "../../src/source/pointer.js";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Absolute path of a file or folder given from the project's root. */
export const projectPath = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The OSCAL material beside the project; tests that need it are skipped where it is not there. */
export const standard = projectPath("../shared/oscal");
export const hasStandard = existsSync(standard);
export const withoutStandard = "needs ../shared/oscal";

export function readJson(path: string): Json {
  return JSON.parse(readFileSync(path, "utf8")) as Json;
}

/** Names of the JSON files below a folder of the OSCAL material, with the folder, sorted. */
export function jsonFiles(folder: string): string[] {
  return readdirSync(`${standard}/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort();
}

/** A copy with another value at the pointer; undefined takes the property out. */
export function withValue<T>(document: T, pointer: string, value: unknown): T {
  const copy = structuredClone(document);
  const segments = parsePointer(pointer);
  const last = segments.pop() ?? "";
  const owner = valueAt(copy, segments.map((segment) => `/${segment}`).join(""));
  if (typeof owner !== "object" || owner === null) throw new Error(`Nothing to change at ${pointer}`);
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else Object.assign(owner, { [last]: value });
  return copy;
}

/** The JSON pointer with * for every index of an array. */
export const withoutIndices = (pointer: string): string => pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");
