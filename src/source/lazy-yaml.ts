import type { SourceFile } from "../diagnostics/source-file.js";
import type { ReadResult } from "./document.js";
import { readPlainYaml } from "./plain-yaml.js";

/** Reads the documents of a YAML file as `readYaml` does; the library, which is large, is loaded for the first file that needs it. */
export async function readYamlLazily(text: string, file: SourceFile): Promise<readonly ReadResult[]> {
  return readPlainYaml(text, file) ?? (await import("./yaml/parsed.js")).readParsedYaml(text, file);
}
