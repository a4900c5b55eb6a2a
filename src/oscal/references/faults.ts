import type { DiagnosticSeverity } from "../../diagnostics/diagnostic.js";

/** What is wrong with a reference. */
export interface ReferenceFault {
  /** "not-read": nothing is known to be wrong, but nobody has looked. */
  readonly kind: "dangling" | "wrong-kind" | "duplicate-uuid" | "not-read";
  readonly rule: string;
  /** Only where it is not that of the rule. */
  readonly severity?: DiagnosticSeverity;
  readonly message: string;
  readonly fix: string;
  readonly suggestion?: string;
}

/** Nothing is known to be wrong with a path where nobody may look. */
export function notReadable(path: string): ReferenceFault {
  return {
    kind: "not-read",
    rule: "reference-not-read",
    message: `"${path}" lies outside the folders that may be read.`,
    fix: "Start aims in the folder above, or name that file or its folder too.",
  };
}

/** An absolute address is no mistake: it is only said that nobody has looked there. */
export function noPath(href: string): ReferenceFault {
  return {
    kind: "not-read",
    rule: "reference-not-read",
    severity: "info",
    message: `"${href}" leads to no relative path and is not read; what it declares was not looked up.`,
    fix: "To have it looked up, import a copy of it by a relative path.",
  };
}

export function noResource(id: string): ReferenceFault {
  return {
    kind: "dangling",
    rule: "reference-resource",
    message: `The back matter has no resource "${id}".`,
    fix: "Correct the uuid, or add the resource to the back matter.",
  };
}

export function noFile(path: string): ReferenceFault {
  return {
    kind: "dangling",
    rule: "reference-file",
    message: `There is no file "${path}".`,
    fix: "Correct the path, which is relative to this document, or add the file.",
  };
}

/** @param place where it was sought, as it follows "Nothing" */
export function noTarget(id: string, place: string): ReferenceFault {
  return {
    kind: "dangling",
    rule: "reference-link",
    message: `Nothing ${place} is called "${id}".`,
    fix: "Correct the link, or add what it points at.",
  };
}
