import { extname } from "node:path";
import { decodeUtf8 } from "./decode.js";
import type { ReadResult } from "./document.js";
import { readBounded, type SourceFile } from "../files/files.js";
import { readJson } from "./json.js";
import { readNdjson } from "./ndjson.js";
import { readYaml } from "./yaml.js";

/** File name endings that are read, and how. */
const formats: Readonly<Record<string, "yaml" | "json" | "ndjson">> = {
  ".yaml": "yaml",
  ".yml": "yaml",
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
};

/** Reads all documents of a YAML, JSON or NDJSON file, chosen by the ending of its name. */
export async function* readDocuments(file: SourceFile): AsyncGenerator<ReadResult> {
  if (file.unreadable !== undefined) {
    yield { diagnostics: [{ ...file.unreadable, file: file.name }] };
    return;
  }
  const format = formats[extname(file.name).toLowerCase()];
  if (format === undefined) {
    yield {
      diagnostics: [
        {
          code: "unknown-file-type",
          severity: "error",
          message: `Files ending in "${extname(file.name)}" are not read.`,
          file: file.name,
          fix: `Use one of ${Object.keys(formats).join(", ")}.`,
        },
      ],
    };
    return;
  }
  if (format === "ndjson") {
    yield* readNdjson(file);
    return;
  }
  const bytes = readBounded(file);
  if (!(bytes instanceof Uint8Array)) {
    yield { diagnostics: [bytes] };
    return;
  }
  const text = decodeUtf8(bytes, file.name);
  if (typeof text !== "string") {
    yield { diagnostics: [text] };
    return;
  }
  if (format === "json") yield readJson(text, file.name);
  else yield* readYaml(text, file.name);
}
