import { oscalVersion } from "../../model.js";
import type { LoadedDocument } from "../loaded-document.js";
import { placeIn, type ProfileScope } from "../session.js";

interface Version {
  readonly text: string;
  readonly numbers: readonly number[];
  readonly preRelease: string;
}

/**
 * The `oscal-version` of a resolved catalog: the newest among the profile and what it imports, and not newer than the resolver's own
 * (req-meta-oscal-version). A different major version ends the resolution (req-meta-oscalversion-error).
 * @param inputs the profile first
 */
export function resolvedOscalVersion(
  scope: ProfileScope,
  inputs: readonly { readonly loaded: LoadedDocument; readonly version: string; readonly import?: number }[],
): string {
  const { problems } = scope.session;
  const tool = read(oscalVersion);
  let newest: Version | undefined;
  for (const { loaded, version: text, import: index } of inputs) {
    const version = read(text);
    const root = Object.keys(loaded.document.value as object).find((key) => key !== "$schema") ?? "";
    const place = { document: loaded.document, pointer: `/${root}/metadata/oscal-version` };
    if (version === undefined) {
      problems.report(place, {
        code: "profile-oscal-version",
        message: `"${text}" is no version of OSCAL; it is passed over.`,
        fix: `Write the version the document follows, such as ${oscalVersion}.`,
      });
      continue;
    }
    if (version.numbers[0] !== tool?.numbers[0]) {
      problems.stop(index === undefined ? place : placeIn(scope, `/profile/imports/${String(index)}/href`), {
        code: "profile-oscal-version-major",
        message: `${loaded.document.file} follows OSCAL ${version.text}, which cannot be resolved together with OSCAL 1.`,
        fix: "Import a document of OSCAL 1.",
      });
    }
    if (newest === undefined || compare(version, newest) > 0) newest = version;
  }
  return newest === undefined || (tool !== undefined && compare(newest, tool) > 0) ? oscalVersion : newest.text;
}

/** A "v" before the number is a common slip; it is never written. */
function read(text: string): Version | undefined {
  const [, version, major, minor, patch, preRelease = ""] =
    /^v?((\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:-([0-9A-Za-z.-]+))?)$/.exec(text.trim()) ?? [];
  if (version === undefined) return undefined;
  return { text: version, numbers: [major, minor, patch].map(Number), preRelease };
}

function compare(a: Version, b: Version): number {
  for (const [index, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  // A release is newer than what led to it.
  if (a.preRelease === "" || b.preRelease === "") return (a.preRelease === "" ? 1 : 0) - (b.preRelease === "" ? 1 : 0);
  return a.preRelease < b.preRelease ? -1 : a.preRelease > b.preRelease ? 1 : 0;
}
