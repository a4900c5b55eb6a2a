import type { CodeDoc, PlainEntries } from "./codes/code-entry.js";
import { catalogCodes, type CatalogTold } from "./codes/catalogs.js";
import { conversionCodes, type ConversionTold } from "./codes/conversion.js";
import { crosswalkCodes, type CrosswalkTold } from "./codes/crosswalks.js";
import { csvCodes, type CsvTold } from "./codes/csv.js";
import { dateCodes, type DatesTold } from "./codes/dates.js";
import { evidenceCodes, type EvidenceTold } from "./codes/evidence.js";
import { fileCodes, type FileTold } from "./codes/files.js";
import { importCodes, type ImportTold } from "./codes/imports.js";
import { inventoryCodes, type InventoryCode } from "./codes/inventories.js";
import { oscalCodes, type OscalTold } from "./codes/oscal.js";
import { oscalExchangeCodes, type OscalExchangeTold } from "./codes/oscal-exchange.js";
import { mappingCodes, type MappingTold } from "./codes/mappings.js";
import { mappingTableCodes, type MappingTableTold } from "./codes/mapping-tables.js";
import { outputCodes, type OutputTold } from "./codes/outputs.js";
import { packCodes, type PackTold } from "./codes/packs.js";
import { profileChangeCodes, type ProfileChangeTold } from "./codes/profile-changes.js";
import { profileCodes, type ProfileTold } from "./codes/profiles.js";
import { referenceCodes, type ReferenceTold } from "./codes/references.js";
import { requestCodes, type RequestTold } from "./codes/requests.js";
import { ruleFileCodes, type RuleFileTold } from "./codes/rule-files.js";
import { ruleCodes, type RuleTold } from "./codes/rules.js";
import { schemaCodes, type SchemaTold } from "./codes/schema.js";
import { scopeCodes, type ScopeTold } from "./codes/scope.js";
import { suppressionCodes, type SuppressionTold } from "./codes/suppressions.js";
import { syntaxCodes, type SyntaxTold } from "./codes/syntax.js";
import { vendoringCodes, type VendoringTold } from "./codes/vendoring.js";
import { workspaceCodes, type WorkspaceTold } from "./codes/workspace.js";

export type { CodeDoc } from "./codes/code-entry.js";

/** Every code that a diagnostic can have. */
export type DiagnosticCode =
  | keyof CatalogTold
  | keyof ConversionTold
  | keyof CrosswalkTold
  | keyof CsvTold
  | keyof DatesTold
  | keyof EvidenceTold
  | keyof FileTold
  | keyof OscalExchangeTold
  | keyof ImportTold
  | keyof MappingTold
  | keyof MappingTableTold
  | keyof OscalTold
  | keyof OutputTold
  | keyof PackTold
  | keyof ProfileChangeTold
  | keyof ProfileTold
  | keyof ReferenceTold
  | keyof RequestTold
  | keyof RuleFileTold
  | keyof RuleTold
  | keyof SchemaTold
  | keyof ScopeTold
  | keyof SuppressionTold
  | keyof SyntaxTold
  | keyof VendoringTold
  | keyof WorkspaceTold
  | InventoryCode;

/** Codes that belong together, under a heading. */
export interface CodeArea {
  readonly title: string;
  readonly codes: PlainEntries;
}

/** Every code that a diagnostic can have, by area. */
export const codeAreas: readonly CodeArea[] = [
  { title: "Files and limits", codes: fileCodes },
  { title: "Outputs", codes: outputCodes },
  { title: "What is asked for", codes: requestCodes },
  { title: "Syntax of JSON, YAML and XML", codes: syntaxCodes },
  { title: "OSCAL documents", codes: oscalCodes },
  { title: "Versions of OSCAL, and other tools", codes: oscalExchangeCodes },
  { title: "References in OSCAL documents", codes: referenceCodes },
  { title: "Conversion between XML and JSON", codes: conversionCodes },
  { title: "Catalogs and overlays", codes: catalogCodes },
  { title: "Suppressions", codes: suppressionCodes },
  { title: "Profiles", codes: profileCodes },
  { title: "Imports by address", codes: importCodes },
  { title: "Downloading what is imported", codes: vendoringCodes },
  { title: "Merging and modifying in profiles", codes: profileChangeCodes },
  { title: "Workspaces and descriptors", codes: workspaceCodes },
  { title: "Values that break a schema", codes: schemaCodes },
  { title: "Dates in descriptors", codes: dateCodes },
  { title: "Evidence", codes: evidenceCodes },
  { title: "Rules", codes: ruleCodes },
  { title: "Folders of rules", codes: ruleFileCodes },
  { title: "Packs", codes: packCodes },
  { title: "Profiles and rules together", codes: scopeCodes },
  { title: "Mapping collections and projections", codes: crosswalkCodes },
  { title: "Checks of mapping collections", codes: mappingCodes },
  { title: "Mappings in CSV files", codes: mappingTableCodes },
  { title: "CSV files", codes: csvCodes },
  { title: "Inventories", codes: inventoryCodes },
];

/** Every code, sorted. */
export const codes: readonly string[] = codeAreas.flatMap((area) => Object.keys(area.codes)).sort();

/** The documentation of a code, or undefined for a word that is not a code. */
export function codeEntry(code: string): CodeDoc | undefined {
  const area = codeAreas.find((each) => Object.hasOwn(each.codes, code));
  return area?.codes[code];
}
