import { problem } from "../diagnostics/codes/files.js";
import { problem as syntaxProblem } from "../diagnostics/codes/syntax.js";
import { byteLines } from "../files/lines.js";
import { readBounded, refusal, unreadable, type InputFile } from "../files/read.js";
import type { Reader } from "../files/reader.js";
import { limits } from "../foundation/limits.js";
import { decodeUtf8 } from "./decode.js";
import type { ReadResult } from "./document.js";
import { readJson } from "./json.js";

/**
 * Reads a file with one JSON document a line, a line at a time: memory does not grow with the file.
 * Blank lines are skipped; a bad line is reported and does not hide the others.
 */
export async function* readNdjson(input: InputFile, reader: Reader): AsyncGenerator<ReadResult> {
  const refused = refusal(input);
  if (refused !== undefined) {
    yield { diagnostics: [refused] };
    return;
  }
  const { file } = input;
  let number = 0;
  let documents = 0;
  try {
    for await (const line of byteLines(reader.chunks(file), limits.lineBytes)) {
      number += 1;
      if (line === "too-long") {
        const told = { maximum: limits.lineBytes, of: "ndjson" } as const;
        yield { diagnostics: [problem("line-too-long", { file, line: number, column: 1 }, told)] };
        documents += 1;
        continue;
      }
      const text = decodeUtf8(line, file);
      if (typeof text !== "string") {
        yield { diagnostics: [{ ...text, line: number }] };
        documents += 1;
      } else if (text.trim() !== "") {
        documents += 1;
        const result = readJson(text, file, number);
        if (documents === 1 && result.document === undefined && isOneDocument(input, reader)) {
          const place = { file, line: number, column: 1 };
          yield { diagnostics: [syntaxProblem("json-syntax", place, severalLines)] };
          return;
        }
        yield result;
      }
    }
  } catch (error) {
    yield { diagnostics: [unreadable(file, error)] };
    return;
  }
  if (documents === 0) yield { diagnostics: [problem("empty-file", { file, line: 1, column: 1 }, "ndjson")] };
}

const severalLines = {
  words: "the file holds one document over several lines, and NDJSON has a document on each line",
  fix: "Give the file the ending .json, or write each document on one line.",
};

/** Whether the file as a whole is what its first line is not. */
function isOneDocument(input: InputFile, reader: Reader): boolean {
  const bytes = readBounded(input, reader);
  const text = bytes instanceof Uint8Array ? decodeUtf8(bytes, input.file) : undefined;
  return typeof text === "string" && readJson(text, input.file).document !== undefined;
}
