import { compareVersions, oscalVersion, parseVersion, rootOf, type OscalVersion } from "../../model.js";
import type { LoadedDocument } from "../loaded-document.js";
import { placeIn, type ProfileScope } from "../session.js";

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
  const tool = parseVersion(oscalVersion);
  let newest: OscalVersion | undefined;
  for (const { loaded, version: text, import: index } of inputs) {
    const version = parseVersion(text.trim());
    const { document } = loaded;
    const place = { document, pointer: `/${rootOf(document.value)?.model ?? ""}/metadata/oscal-version` };
    if (version === undefined) {
      problems.warn(place, "profile-oscal-version", { declared: text, supported: oscalVersion });
      continue;
    }
    if (version.numbers[0] !== tool?.numbers[0]) {
      problems.stop(
        index === undefined ? place : placeIn(scope, `/profile/imports/${String(index)}/href`),
        "profile-oscal-version-major",
        { file: document.file, version: version.text },
      );
    }
    if (newest === undefined || compareVersions(version, newest) > 0) newest = version;
  }
  return newest === undefined || (tool !== undefined && compareVersions(newest, tool) > 0) ? oscalVersion : newest.text;
}
