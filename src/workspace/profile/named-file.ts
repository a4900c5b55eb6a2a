import { resolve } from "node:path";
import { problem as fileProblem } from "../../diagnostics/codes/files.js";
import type { Diagnostic, Reading } from "../../diagnostics/diagnostic.js";
import { fileAt, insideWorkspace, nameFrom } from "../../files/paths.js";
import { standardInput, type InputFile } from "../../files/read.js";
import { statusAt, type Reader } from "../../files/reader.js";
import { didYouMean } from "../../foundation/words.js";
import type { SourceDocument } from "../../source/document.js";
import { placeOf, type Place } from "../../source/place.js";
import { addressNotFetched } from "../oscal-file.js";
import { isProfileName, shippedProfile, unknownProfile } from "../shipped.js";

/** From where a profile is named. */
export interface NamedFrom {
  /** Absolute path of the folder that a path starts from. */
  readonly folder: string;
  /** Whether the name "-" means standard input. */
  readonly standardInput?: boolean;
  /** Absolute path of a workspace: a path that leads to nothing from `folder`, but to a file in there, is explained. */
  readonly workspace?: string;
  /** aims.yaml where it is what names the profile; such a profile and its imports must not lead out of the workspace in the folder. */
  readonly settings?: SourceDocument;
}

/** The file that is meant by the name of a profile. */
export function profileFile(name: string, request: NamedFrom, reader: Reader): Reading<InputFile> {
  const { folder, settings } = request;
  if (name === "-" && request.standardInput === true) return { value: { file: standardInput }, problems: [] };
  const place = settings && placeOf(settings, "/profile");
  const refused = addressNotFetched(name, place);
  if (refused !== undefined) return { problems: [refused] };
  const path = resolve(folder, name);
  if (!isProfileName(name)) {
    if (place && "outside" in insideWorkspace(folder, folder, name, reader)) {
      return { problems: [fileProblem("path-outside-workspace", place, { how: "profile", path: name })] };
    }
    return { value: { file: fileAt(path) }, problems: [] };
  }
  const shipped = shippedProfile(name);
  if (shipped !== undefined) return { value: { file: shipped }, problems: [] };
  // A file of one's own may be called without an ending, on a command line; of a folder, reading says that it is one.
  if (place === undefined && statusAt(path, reader) !== undefined) {
    return { value: { file: fileAt(path) }, problems: [] };
  }
  return { problems: [unknownProfile(name, place, ownFile(name, request, reader))] };
}

/**
 * Why the file of a profile cannot be read, with the one that was probably meant. A missing file is reported where aims.yaml names it.
 * @param unread what reading it says
 */
export async function unreadProfile(
  unread: Diagnostic,
  name: string,
  request: NamedFrom,
  reader: Reader,
): Promise<Diagnostic> {
  const { folder, settings } = request;
  const meant = settings === undefined ? inWorkspace([name], request, reader) : undefined;
  if (meant !== undefined) {
    const fix = `A path starts from the folder where you are, not from the workspace's. Write ${meant}.`;
    return { ...unread, fix };
  }
  const isMissing = statusAt(resolve(folder, name), reader) === undefined;
  const guess = isMissing ? await (await import("./likely-file.js")).likelyProfile(name, request, reader) : undefined;
  const guessed = guess === undefined ? unread : { ...unread, fix: didYouMean(guess, "") };
  return settings === undefined ? guessed : whereNamed(guessed, name, { document: settings, pointer: "/profile" });
}

/** A file beside the settings, where the user is, or in the workspace that is named after the profile, as it has to be written. */
function ownFile(name: string, request: NamedFrom, reader: Reader): string | undefined {
  const names = ["json", "yaml", "yml", "xml"].flatMap((ending) => [`profiles/${name}.${ending}`, `${name}.${ending}`]);
  const here = names.find((path) => statusAt(resolve(request.folder, path), reader)?.kind === "file");
  return here ?? inWorkspace(names, request, reader);
}

/** The first of some paths that is a file when it starts from the workspace, as it has to be written from the folder. */
function inWorkspace(paths: readonly string[], { folder, workspace }: NamedFrom, reader: Reader): string | undefined {
  if (workspace === undefined || workspace === folder) return undefined;
  const found = paths.map((path) => resolve(workspace, path)).find((path) => statusAt(path, reader)?.kind === "file");
  return found === undefined ? undefined : nameFrom(folder, found);
}

/** A file that cannot be read is seen where it is named. */
export function whereNamed(unread: Diagnostic, name: string, { document, pointer }: Place): Diagnostic {
  return { ...unread, message: `"${name}": ${unread.message}`, ...placeOf(document, pointer) };
}
