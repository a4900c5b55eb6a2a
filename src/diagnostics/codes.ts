import type { CodeEntries, CodeEntry } from "./codes/code-entry.js";
import { conversionCodes } from "./codes/conversion.js";
import { fileCodes } from "./codes/files.js";
import { inventoryCodes } from "./codes/inventories.js";
import { oscalCodes } from "./codes/oscal.js";
import { profileCodes } from "./codes/profiles.js";
import { referenceCodes } from "./codes/references.js";
import { ruleCodes } from "./codes/rules.js";
import { syntaxCodes } from "./codes/syntax.js";
import { workspaceCodes } from "./codes/workspace.js";

export type { CodeEntries, CodeEntry } from "./codes/code-entry.js";

/** Codes that belong together, under a heading. */
export interface CodeArea {
  readonly title: string;
  readonly codes: CodeEntries;
}

/** Every code that a diagnostic can have, by area. */
export const codeAreas: readonly CodeArea[] = [
  { title: "Files and limits", codes: fileCodes },
  { title: "Syntax of JSON, YAML and XML", codes: syntaxCodes },
  { title: "OSCAL documents", codes: oscalCodes },
  { title: "References in OSCAL documents", codes: referenceCodes },
  { title: "Conversion between XML and JSON", codes: conversionCodes },
  { title: "Profiles", codes: profileCodes },
  { title: "Workspaces and descriptors", codes: workspaceCodes },
  { title: "Rules", codes: ruleCodes },
  { title: "Inventories", codes: inventoryCodes },
];

/** Every code, sorted. */
export const codes: readonly string[] = codeAreas.flatMap((area) => Object.keys(area.codes)).sort();

/** What is known about a code, or undefined for a word that is none. */
export function codeEntry(code: string): CodeEntry | undefined {
  const area = codeAreas.find((each) => Object.hasOwn(each.codes, code));
  return area?.codes[code];
}
