import { existsSync } from "node:fs";
import { InputError } from "../diagnostics/diagnostic.js";
import { resolveProfile, type ProfileResolution } from "../oscal/resolve.js";
import type { SourceFile } from "../files/files.js";
import { ProfileDocuments, sourceProfileOf } from "./profile/documents.js";
import { namedFile, standardInput } from "./oscal-file.js";
import { isProfileName, shippedProfile, unknownProfile } from "./shipped.js";
import type { Terminal } from "../cli/terminal.js";

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
  const documents = new ProfileDocuments(terminal.cwd);
  const root = await documents.root(profileFile(name, terminal));
  const resolution = await resolveProfile(root, documents.load, {
    lastModified,
    tool: "aims",
    parse: documents.parse,
    sourceProfile: sourceProfileOf(root, name),
  });
  // That a file is not there is said at the import that names it.
  const diagnostics = resolution.diagnostics.filter(({ code }) => code !== "unreadable-file");
  return { ...resolution, diagnostics };
}

function profileFile(name: string, terminal: Terminal): SourceFile {
  const file = namedFile(name, terminal);
  if (name === standardInput || !isProfileName(name)) return file;
  const shipped = shippedProfile(name);
  if (shipped !== undefined) return shipped;
  // A file of one's own may be called without an ending.
  if (existsSync(file.path)) return file;
  throw new InputError([unknownProfile(name)]);
}
