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

function jsonFiles(...folder: string[]): string[] {
  return readdirSync(packageFile(...folder))
    .filter((name) => name.endsWith(".json"))
    .sort();
}

/** The catalogs that ship with aims. */
export function shippedCatalogs(): Catalog[] {
  return [...namedShippedCatalogs().values()];
}

/** The same by name, such as `iso-42001`. */
export function namedShippedCatalogs(): Map<string, Catalog> {
  return new Map(
    jsonFiles("catalog").map((name) => [
      name.slice(0, -".json".length),
      (readShippedJson("catalog", name) as { readonly catalog: Catalog }).catalog,
    ]),
  );
}

const mappings = ["catalog", "mappings"] as const;

/** Names of the mapping collections that ship with aims, such as `iso-42001-to-nist-ai-rmf`. */
export function shippedCollections(): string[] {
  return jsonFiles(...mappings).map((name) => name.slice(0, -".json".length));
}

/** The file of a mapping collection that ships with aims. */
export function shippedCollection(name: string): SourceFile {
  return fileAt(packageFile(...mappings, `${name}.json`));
}

/** Folders of the package by the word for what lies in them. */
const shippedKinds: Readonly<Record<string, string>> = { catalog: "catalog", profile: "profiles" };

/** The scheme of addresses of what ships with aims, such as `aims:profile/iso-42001-full`. */
export function isShippedAddress(href: string): boolean {
  return /^aims:/i.test(href);
}

/** Addresses of the catalogs and profiles that ship with aims. */
function shippedAddresses(): string[] {
  return Object.entries(shippedKinds).flatMap(([kind, folder]) =>
    jsonFiles(folder).map((name) => `aims:${kind}/${name.slice(0, -".json".length)}`),
  );
}

/** Absolute path of what ships with aims under an address, or why there is nothing. */
export function shippedPath(
  href: string,
): { readonly path: string } | { readonly failure: string; readonly fix: string } {
  const name = href.slice("aims:".length).replace(/[?#].*$/s, "");
  const known = shippedAddresses();
  const address = `aims:${name}`;
  if (known.includes(address)) {
    const [kind = "", file = ""] = name.split("/");
    return { path: packageFile(shippedKinds[kind] ?? "", `${file}.json`) };
  }
  // The kind is easily forgotten, and the ending of a file easily added.
  const plain = name.replace(/\.json$/, "");
  const guess = known.find((each) => each === `aims:${plain}` || each.endsWith(`/${plain}`)) ?? nearest(address, known);
  return {
    failure: "nothing that ships with aims has this address.",
    fix: `${guess === undefined ? "" : `Did you mean "${guess}"? `}Shipped: ${known.join(", ")}.`,
  };
}

/**
 * What ships with aims under the last name of a path or href, with or without the ending of a file.
 * @param wanted the only kind that is looked for
 */
export function shippedNamedBy(
  path: string,
  wanted?: "catalog" | "profile",
): { readonly name: string; readonly address: string } | undefined {
  const name = /([^/\\]*?)(?:\.(?:json|ya?ml|xml))?$/i.exec(path)?.[1] ?? "";
  const kinds = wanted === undefined ? Object.keys(shippedKinds) : [wanted];
  const known = shippedAddresses();
  const address = kinds.map((kind) => `aims:${kind}/${name}`).find((each) => known.includes(each));
  return address === undefined ? undefined : { name, address };
}

/** The address under which a file ships with aims; undefined for other files. */
export function shippedAddress(path: string): string | undefined {
  for (const [kind, folder] of Object.entries(shippedKinds)) {
    const beginning = `${fileAt(packageFile(folder))}/`;
    const file = fileAt(path);
    const name = file.startsWith(beginning) ? file.slice(beginning.length) : "";
    if (/^[^/]+\.json$/.test(name)) return `aims:${kind}/${name.slice(0, -".json".length)}`;
  }
  return undefined;
}

/**
 * Whether somebody means a shipped profile or catalog by its name, or by the address under which others import it; anything else with a slash, or
 * that ends like an OSCAL document, is a path.
 */
export function isProfileName(text: string): boolean {
  return isShippedAddress(text) || (!/[/\\]/.test(text) && formatOfName(text) === undefined);
}

/** The name in the address of a shipped profile; a name stays as it is. */
export function profileName(text: string): string {
  return text.replace(/^aims:profile\//i, "");
}

/** The file of a shipped profile, by name or address; undefined where there is none. */
export function shippedProfile(text: string): SourceFile | undefined {
  const name = profileName(text);
  return shippedProfiles().includes(name) ? fileAt(packageFile("profiles", `${name}.json`)) : undefined;
}

/** The name in the address of a shipped catalog; a name stays as it is. */
export function catalogName(text: string): string {
  return text.replace(/^aims:catalog\//i, "");
}

/** No shipped profile has the name. @param file path of a file that is called so, and was perhaps meant */
export function unknownProfile(name: string, place?: DiagnosticPlace, file?: string): Diagnostic {
  const shipped = shippedProfiles();
  return problem("unknown-profile", place, { name, shipped, guess: file ?? nearest(profileName(name), shipped) });
}
