import type { CodeDoc, PlainEntries } from "./codes/code-entry.js";
import { conversionCodes, type ConversionTold } from "./codes/conversion.js";
import { fileCodes, type FileTold } from "./codes/files.js";
import { inventoryCodes } from "./codes/inventories.js";
import { oscalCodes, type OscalTold } from "./codes/oscal.js";
import { outputCodes, type OutputTold } from "./codes/outputs.js";
import { profileChangeCodes, type ProfileChangeTold } from "./codes/profile-changes.js";
import { profileCodes, type ProfileTold } from "./codes/profiles.js";
import { referenceCodes, type ReferenceTold } from "./codes/references.js";
import { plainRuleCodes, ruleCodes, type RuleTold } from "./codes/rules.js";
import { schemaCodes, type SchemaTold } from "./codes/schema.js";
import { scopeCodes, type ScopeTold } from "./codes/scope.js";
import { syntaxCodes, type SyntaxTold } from "./codes/syntax.js";
import { workspaceCodes } from "./codes/workspace.js";

export type { CaseWords, CodeDoc, CodeEntry } from "./codes/code-entry.js";

/** Every code that a diagnostic can have. */
export type DiagnosticCode =
  | keyof FileTold
  | keyof OutputTold
  | keyof RuleTold
  | keyof SchemaTold
  | keyof ScopeTold
  | keyof SyntaxTold
  | keyof OscalTold
  | keyof ReferenceTold
  | keyof ConversionTold
  | keyof ProfileTold
  | keyof ProfileChangeTold
  | OtherCode;

/** Codes of the areas whose entries do not word their diagnostics yet. */
type OtherCode = string & { readonly other?: never };

/** Codes that belong together, under a heading. */
export interface CodeArea {
  readonly title: string;
  readonly codes: PlainEntries;
}

/** Every code that a diagnostic can have, by area. */
export const codeAreas: readonly CodeArea[] = [
  { title: "Files and limits", codes: fileCodes },
  { title: "Outputs", codes: outputCodes },
  { title: "Syntax of JSON, YAML and XML", codes: syntaxCodes },
  { title: "OSCAL documents", codes: oscalCodes },
  { title: "References in OSCAL documents", codes: referenceCodes },
  { title: "Conversion between XML and JSON", codes: conversionCodes },
  { title: "Profiles", codes: profileCodes },
  { title: "Merging and modifying in profiles", codes: profileChangeCodes },
  { title: "Workspaces and descriptors", codes: workspaceCodes },
  { title: "Values that break a schema", codes: schemaCodes },
  { title: "Rules", codes: { ...ruleCodes, ...plainRuleCodes } },
  { title: "Profiles and rules together", codes: scopeCodes },
  { title: "Inventories", codes: inventoryCodes },
];

/** Every code, sorted. */
export const codes: readonly string[] = codeAreas.flatMap((area) => Object.keys(area.codes)).sort();

/** What is known about a code, or undefined for a word that is none. */
export function codeEntry(code: string): CodeDoc | undefined {
  const area = codeAreas.find((each) => Object.hasOwn(each.codes, code));
  return area?.codes[code];
}
