import { problem } from "../../../diagnostics/codes/oscal.js";
import { formatPointer, valueAt } from "../../../source/pointer.js";
import { compareVersions, oscalVersion, parseVersion, rootOf, type OscalVersion } from "../../model.js";
import type { OscalProblem } from "../problem.js";

/** The effect of the declared version on the result; undefined where it is the one that is checked against, or missing. */
export function versionNotice(document: unknown): OscalProblem | undefined {
  const model = rootOf(document)?.model;
  if (model === undefined) return undefined;
  const pointer = formatPointer([model, "metadata", "oscal-version"]);
  const value = valueAt(document, pointer);
  if (typeof value !== "string" || value === oscalVersion) return undefined;
  const version = parseVersion(value);
  const age = ageOf(version);
  const told = { declared: value, supported: oscalVersion };
  const correct =
    version !== undefined && version.text !== value && (age === "older" || age === "same") ? version.text : undefined;
  const notice =
    correct === undefined && age === "older"
      ? problem("oscal-version-older", undefined, told)
      : problem("oscal-version-unknown", undefined, { ...told, correct, isNewer: age === "newer" });
  return { ...notice, origin: { kind: "aims", rule: notice.code }, pointer, value };
}

/** How a version stands to the supported one; undefined where it is missing, or of another OSCAL than 1. */
function ageOf(version: OscalVersion | undefined): "older" | "same" | "newer" | undefined {
  const supported = parseVersion(oscalVersion);
  if (version === undefined || supported === undefined || version.numbers[0] !== supported.numbers[0]) return undefined;
  const order = compareVersions(version, supported);
  return order > 0 ? "newer" : order < 0 ? "older" : "same";
}
