import type { ProjectionRecord } from "../../crosswalk/record.js";
import { projectionFolder } from "../../exchange/oscal.js";
import type { FolderOutput } from "../output.js";
import { documentFolder } from "../writing/document-folder.js";

/** The OSCAL documents of a projection in JSON, each made when its text is read. */
export function projectionOscal(record: ProjectionRecord): FolderOutput {
  return documentFolder(projectionFolder(record));
}
