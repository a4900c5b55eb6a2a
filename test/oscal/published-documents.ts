/** The published JSON documents of ../shared/oscal, and those among them that NIST's own JSON schema rejects. */
import { readdirSync } from "node:fs";
import { hasStandard, standard } from "../support/project.js";

/** By path below ../shared/oscal: why the document is invalid. The documents are as they were published, so none is corrected. */
export const invalidDocuments: ReadonlyMap<string, string> = new Map([
  ...["pci", "soc2"].map((name): [string, string] => [
    `content/mapping-collections-prerelease-INVALID/${name}-mapping-collection.json`,
    "its provenance has a method and a status of the draft, which the released model does not know",
  ]),
  [
    "content/mappings-bsi/ISO27001-AnnexA-to-GS++-mapping_collection.json",
    "its provenance has the properties qa-reviewed and qa-note, which the model does not know",
  ],
]);

/** Paths below ../shared/oscal, in the order in which tests take them; none where the folder is absent. */
export const publishedDocuments: readonly string[] = hasStandard
  ? [...jsonFiles("content"), ...jsonFiles("minimal-chain")]
  : [];

export const validDocuments: readonly string[] = publishedDocuments.filter((path) => !invalidDocuments.has(path));

function jsonFiles(folder: string): string[] {
  return readdirSync(`${standard}/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort();
}
