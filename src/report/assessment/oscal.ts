import type { Assessment } from "../../assessment/assessment.js";
import { oscalChain } from "../../exchange/oscal.js";
import type { FolderOutput } from "../output.js";
import { documentFolder } from "../writing/document-folder.js";

/** The OSCAL documents of an assessment in JSON, each made when its text is read. */
export function oscalReport(assessment: Assessment): FolderOutput {
  return documentFolder(oscalChain(assessment));
}
