import { extname } from "node:path";
import { problem } from "../diagnostics/codes/files.js";
import { readBounded, type InputFile } from "../files/read.js";
import type { Reader } from "../files/reader.js";
import { decodeUtf8 } from "./decode.js";
import type { ReadResult } from "./document.js";
import { readJson } from "./json.js";

/** File name endings that are read, and how. */
const formats: Readonly<Record<string, "yaml" | "json" | "ndjson">> = {
  ".yaml": "yaml",
  ".yml": "yaml",
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
};

/** Reads all documents of a YAML, JSON or NDJSON file, chosen by the ending of its name. */
export async function* readDocuments(input: InputFile, reader: Reader): AsyncGenerator<ReadResult> {
  const { file } = input;
  const format = formats[extname(file).toLowerCase()];
  if (format === undefined) {
    const told = { ending: extname(file), known: Object.keys(formats) };
    const folder = input.unreadable;
    yield { diagnostics: [folder ?? problem("unknown-file-type", { file }, told)] };
    return;
  }
  if (format === "ndjson") {
    yield* (await import("./ndjson.js")).readNdjson(input, reader);
    return;
  }
  const bytes = readBounded(input, reader);
  if (!(bytes instanceof Uint8Array)) {
    yield { diagnostics: [bytes] };
    return;
  }
  const text = decodeUtf8(bytes, file);
  if (typeof text !== "string") {
    yield { diagnostics: [text] };
    return;
  }
  if (format === "json") yield readJson(text, file);
  else yield* await (await import("./lazy-yaml.js")).readYamlLazily(text, file);
}
