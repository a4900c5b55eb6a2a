import { readdirSync } from "node:fs";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import { formatOfName } from "../oscal/read.js";
import { displayName, type SourceFile } from "../files/files.js";
import { packageFile, packageRoot } from "../files/package.js";

/** Names of the profiles that ship with aims. */
export function shippedProfiles(): string[] {
  return readdirSync(packageFile("profiles"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/** Whether somebody means a shipped profile by its name; anything with a slash, or that ends like an OSCAL document, is a path. */
export function isProfileName(text: string): boolean {
  return !/[/\\]/.test(text) && formatOfName(text) === undefined;
}

/** The file of a shipped profile; undefined where none has the name. */
export function shippedProfile(name: string): SourceFile | undefined {
  if (!shippedProfiles().includes(name)) return undefined;
  const path = packageFile("profiles", `${name}.json`);
  return { path, name: displayName(packageRoot(), path) };
}

/** That no shipped profile has the name, with the one that was probably meant. */
export function unknownProfile(name: string, place: Partial<Diagnostic> = {}): Diagnostic {
  const shipped = shippedProfiles();
  const guess = nearest(name, shipped);
  return {
    code: "unknown-profile",
    severity: "error",
    message: `There is no shipped profile "${name}".`,
    ...place,
    fix: `${guess === undefined ? "" : `Did you mean "${guess}"? `}Shipped: ${shipped.join(", ")}. For a file of your own, give its path.`,
  };
}

/**
 * How a profile or catalog is called towards the user. What ships with aims is called by its place in the package, so that messages
 * do not depend on where aims is installed.
 * @param folder absolute path from which other files are called
 */
export function profileFileName(path: string, folder: string): string {
  const inPackage = displayName(packageRoot(), path);
  return /^\.\.(?:\/|$)|^[A-Za-z]:/.test(inPackage) ? displayName(folder, path) : inPackage;
}
