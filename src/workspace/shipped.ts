import { readdirSync } from "node:fs";
import { problem } from "../diagnostics/codes/workspace.js";
import type { Diagnostic, DiagnosticPlace } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { packageFile, readShippedJson } from "../files/package.js";
import { fileAt } from "../files/paths.js";
import { nearest } from "../foundation/nearest.js";
import type { Catalog } from "../oscal/model.js";
import { formatOfName } from "../oscal/read.js";

/** Names of the profiles that ship with aims. */
export function shippedProfiles(): string[] {
  return jsonFiles("profiles").map((name) => name.slice(0, -".json".length));
}

function jsonFiles(folder: string): string[] {
  return readdirSync(packageFile(folder))
    .filter((name) => name.endsWith(".json"))
    .sort();
}

/** The catalogs that ship with aims. */
export function shippedCatalogs(): Catalog[] {
  return jsonFiles("catalog").map(
    (name) => (readShippedJson("catalog", name) as { readonly catalog: Catalog }).catalog,
  );
}

/** Whether somebody means a shipped profile by its name; anything with a slash, or that ends like an OSCAL document, is a path. */
export function isProfileName(text: string): boolean {
  return !/[/\\]/.test(text) && formatOfName(text) === undefined;
}

/** The file of a shipped profile; undefined where none has the name. */
export function shippedProfile(name: string): SourceFile | undefined {
  return shippedProfiles().includes(name) ? fileAt(packageFile("profiles", `${name}.json`)) : undefined;
}

/** No shipped profile has the name. @param file path of a file that is called so, and was perhaps meant */
export function unknownProfile(name: string, place?: DiagnosticPlace, file?: string): Diagnostic {
  const shipped = shippedProfiles();
  return problem("unknown-profile", place, { name, shipped, guess: file ?? nearest(name, shipped) });
}
