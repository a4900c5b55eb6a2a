import type { SourceFile } from "../diagnostics/source-file.js";
import type { ReadResult } from "./document.js";
import { readPlainYaml } from "./plain-yaml.js";
import { readParsedYaml } from "./yaml/parsed.js";

/**
 * Reads the documents of a YAML 1.2 file (core schema: dates and yes/no stay strings).
 * Duplicate keys, unknown tags and aliases beyond the limit are errors of the document in which they stand.
 */
export function readYaml(text: string, file: SourceFile): ReadResult[] {
  return readPlainYaml(text, file) ?? readParsedYaml(text, file);
}
