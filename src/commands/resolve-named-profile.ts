import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { resolveProfile, type ProfileResolution } from "../oscal/resolve/resolve-profile.js";
import { packageFile } from "../source/package-files.js";
import { ProfileDocuments } from "./profile-documents.js";
import { namedFile } from "./read-oscal-file.js";
import { shippedProfiles } from "./shipped-profiles.js";
import type { Terminal } from "./terminal.js";

/**
 * Reads and resolves a profile that a command line names.
 * @param name path of a file, or the name of a profile that ships with aims
 * @param lastModified date and time with time zone
 * @throws InputError where the profile itself cannot be read
 */
export async function resolveNamedProfile(
  name: string,
  lastModified: string,
  terminal: Terminal,
): Promise<ProfileResolution> {
  const documents = new ProfileDocuments(terminal);
  const shipped = !/[./\\]/.test(name) && shippedProfiles().includes(name);
  const file = shipped
    ? { path: packageFile("profiles", `${name}.json`), name: `profiles/${name}.json` }
    : namedFile(name, terminal);
  const root = await documents.root(file);
  return resolveProfile(root, documents.load, {
    lastModified,
    tool: "aims",
    parse: documents.parse,
    // The same bytes wherever the files lie: their places as seen from the profile.
    sourceProfile: ({ uri }) =>
      encodeURI(relative(resolve(fileURLToPath(root.uri), ".."), fileURLToPath(uri)).replaceAll("\\", "/")),
  });
}
