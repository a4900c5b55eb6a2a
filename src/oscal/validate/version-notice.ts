import { formatPointer, valueAt } from "../../source/pointer.js";
import { compareVersions, oscalVersion, parseVersion, rootOf, type OscalVersion } from "../model.js";
import type { OscalProblem } from "./problem.js";

/** What the declared version means for the result; undefined where it is the one that is checked against, or none. */
export function versionNotice(document: unknown): OscalProblem | undefined {
  const model = rootOf(document)?.model;
  if (model === undefined) return undefined;
  const pointer = formatPointer([model, "metadata", "oscal-version"]);
  const value = valueAt(document, pointer);
  if (typeof value !== "string" || value === oscalVersion) return undefined;
  const at = { pointer, value } as const;
  const version = parseVersion(value);
  const bare = version?.text ?? value;
  const age = ageOf(version);
  if (bare !== value && age !== undefined) {
    return {
      ...at,
      code: "oscal-version-unknown",
      severity: "warning",
      origin: { kind: "aims", rule: "oscal-version-unknown" },
      message: `"${value}" is not how OSCAL writes its version; the document is checked against ${oscalVersion}.`,
      fix: `Write "${bare}".`,
      suggestion: bare,
    };
  }
  if (age === "older") {
    return {
      ...at,
      code: "oscal-version-older",
      severity: "info",
      origin: { kind: "aims", rule: "oscal-version-older" },
      message: `The document declares OSCAL ${value}; it is checked against ${oscalVersion}.`,
      fix: `Where it is valid under ${oscalVersion}, declare that version.`,
    };
  }
  return {
    ...at,
    code: "oscal-version-unknown",
    severity: "warning",
    origin: { kind: "aims", rule: "oscal-version-unknown" },
    message: `${JSON.stringify(value.slice(0, 40))} is not a version of OSCAL that aims knows; the document is checked against ${oscalVersion}.`,
    fix: `Declare ${oscalVersion}, or use a version of aims that knows it.`,
  };
}

/** How a version stands to the supported one; undefined where it is none, a newer one, or of another OSCAL than 1. */
function ageOf(version: OscalVersion | undefined): "older" | "same" | undefined {
  const supported = parseVersion(oscalVersion);
  if (version === undefined || supported === undefined || version.numbers[0] !== supported.numbers[0]) return undefined;
  const order = compareVersions(version, supported);
  return order > 0 ? undefined : order < 0 ? "older" : "same";
}
