import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { resolveProfile, type ResolvedProfile } from "../oscal/resolve/resolve-profile.js";
import { validateOscal } from "../oscal/validate/validate.js";
import type { SourceDocument } from "../source/document.js";
import { displayName, type SourceFile } from "../source/files.js";
import { packageFile, packageRoot } from "../source/package-files.js";
import { readDocuments } from "../source/read.js";

/** A profile that was found, read and resolved. */
export interface LoadedProfile {
  /** Name of a shipped profile, or the path as given. */
  readonly name: string;
  readonly resolved: ResolvedProfile;
  /** SHA-256 of the profile's file. */
  readonly sha256: string;
}

/** Names of the profiles that ship with aims. */
export function shippedProfiles(): string[] {
  return readdirSync(packageFile("profiles"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/**
 * Loads a profile: a shipped one by name, or one's own by its path (anything with a "/" or ending in ".json").
 * @param folder absolute path of the folder that a path starts from
 * @throws InputError when it is not there, is no valid OSCAL, or cannot be resolved
 */
export async function loadProfile(name: string, folder: string): Promise<LoadedProfile> {
  const file = profileFile(name, folder);
  const paths = new Map<SourceDocument, string>();
  const source = await readOscal(file);
  paths.set(source, file.path);
  const resolved = await resolveProfile(source, async (href, from) => {
    const path = importedPath(href, from, paths.get(from) ?? file.path);
    const document = await readOscal({ path, name: nameOf(path, folder) });
    paths.set(document, path);
    return document;
  });
  return { name, resolved, sha256: createHash("sha256").update(readFileSync(file.path)).digest("hex") };
}

function profileFile(name: string, folder: string): SourceFile {
  if (name.includes("/") || name.includes("\\") || name.endsWith(".json")) {
    const path = resolve(folder, name);
    return { path, name: nameOf(path, folder) };
  }
  const shipped = shippedProfiles();
  if (!shipped.includes(name)) {
    const guess = nearest(name, shipped);
    throw new InputError([
      {
        code: "unknown-profile",
        severity: "error",
        message: `There is no shipped profile "${name}".`,
        fix: `${guess === undefined ? "" : `Did you mean "${guess}"? `}Shipped: ${shipped.join(", ")}. For a file of your own, give its path.`,
      },
    ]);
  }
  const path = packageFile("profiles", `${name}.json`);
  return { path, name: nameOf(path, folder) };
}

/** Files of the package are called by their place in it, so that messages do not depend on where aims is installed. */
function nameOf(path: string, folder: string): string {
  const inPackage = displayName(packageRoot(), path);
  return inPackage.startsWith("../") ? displayName(folder, path) : inPackage;
}

function importedPath(href: string, from: SourceDocument, fromPath: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith("#") || href.startsWith("/")) {
    const position = from.locate("/profile/imports/0/href");
    throw new InputError([
      {
        code: "import-not-local",
        severity: "error",
        message: `The import "${href}" is not a path relative to the profile.`,
        file: from.file,
        ...position,
        fix: "Import a file beside the profile, such as ../catalog/iso-42001.json; nothing is fetched from a network.",
        frame: from.frame(position),
      },
    ]);
  }
  return resolve(dirname(fromPath), decodeURIComponent(href));
}

/** Reads an OSCAL document in JSON or YAML and checks it against its model's schema. @throws InputError */
async function readOscal(file: SourceFile): Promise<SourceDocument> {
  const problems: Diagnostic[] = [];
  let read: SourceDocument | undefined;
  for await (const { document, diagnostics } of readDocuments(file)) {
    problems.push(...diagnostics);
    read ??= document;
  }
  if (problems.length > 0 || !read) throw new InputError(problems);
  const document = read;
  const invalid = await validateOscal(document.value);
  if (invalid.length > 0) {
    throw new InputError(
      invalid.map(({ pointer, message, suggestion }) => {
        const position = document.locate(pointer);
        return {
          code: "oscal-invalid",
          severity: "error",
          message,
          file: document.file,
          ...position,
          pointer,
          fix:
            suggestion === undefined
              ? "Correct the document so that it fits OSCAL 1.2.2."
              : `Did you mean "${suggestion}"?`,
          frame: document.frame(position),
        };
      }),
    );
  }
  return document;
}
