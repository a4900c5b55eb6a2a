import { formatPointer, valueAt } from "../../source/pointer.js";
import { oscalVersion } from "../model.js";
import type { OscalProblem } from "./problem.js";

/** What the declared version means for the result; undefined where it is the one that is checked against, or none. */
export function versionNotice(document: unknown, model: string): OscalProblem | undefined {
  const pointer = formatPointer([model, "metadata", "oscal-version"]);
  const value = valueAt(document, pointer);
  if (typeof value !== "string" || value === oscalVersion) return undefined;
  const at = { pointer, value } as const;
  const bare = value.replace(/^v(?=\d)/i, "");
  const age = compareVersions(bare);
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

/** How a version of OSCAL 1 stands to the supported one; undefined for what is none. */
function compareVersions(version: string): "older" | "same" | undefined {
  const match = /^1\.(\d{1,4})\.(\d{1,4})(-[\w.-]{1,40})?$/.exec(version);
  if (match === null) return undefined;
  const [, minor, patch] = oscalVersion.split(".").map(Number);
  const order = Number(match[1]) - (minor ?? 0) || Number(match[2]) - (patch ?? 0);
  if (order > 0) return undefined;
  // A pre-release comes before its release.
  return order < 0 || match[3] !== undefined ? "older" : "same";
}
