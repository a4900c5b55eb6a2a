/** The project's own files, and the material beside the project that some tests compare with. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export const projectRoot: string = join(import.meta.dirname, "..", "..");

/** Absolute path of a file or folder given from the project's root. */
export function projectPath(path: string): string {
  return join(projectRoot, path);
}

/** The text of a file given from the project's root. */
export function projectText(path: string): string {
  return readFileSync(projectPath(path), "utf8");
}

/**
 * Absolute path of a file or folder of the material beside the project. It is not part of a clone: a test that needs it is skipped where
 * it is not there, and says so.
 */
export function sharedPath(path: string): string {
  return projectPath(join("..", "shared", path));
}

/** The OSCAL part of the shared material. */
export const standard: string = sharedPath("oscal");
export const hasStandard: boolean = existsSync(standard);
export const withoutStandard = "needs ../shared/oscal";

/** The value of a JSON file given by its absolute path. */
export function readJson(path: string): Json {
  return JSON.parse(readFileSync(path, "utf8")) as Json;
}
