import { createReadStream } from "node:fs";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { byteLines } from "../files/lines.js";
import { decodeUtf8 } from "./decode.js";
import type { ReadResult } from "./document.js";
import { outsideWorkspace, unreadable, type SourceFile } from "../files/files.js";
import { readJson } from "./json.js";
import { limits } from "../foundation/limits.js";

/**
 * Reads a file with one JSON document a line, a line at a time: memory does not grow with the file.
 * Blank lines are passed over; a bad line is reported and does not hide the others.
 */
export async function* readNdjson(file: SourceFile): AsyncGenerator<ReadResult> {
  if (file.outside === true) {
    yield { diagnostics: [outsideWorkspace(file)] };
    return;
  }
  let number = 0;
  let documents = 0;
  try {
    const chunks = createReadStream(file.path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;
    for await (const line of byteLines(chunks, limits.lineBytes)) {
      number += 1;
      if (line === "too-long") {
        yield { diagnostics: [lineTooLong(file, number)] };
        documents += 1;
        continue;
      }
      const text = decodeUtf8(line, file.name);
      if (typeof text !== "string") {
        yield { diagnostics: [{ ...text, line: number }] };
        documents += 1;
      } else if (text.trim() !== "") {
        documents += 1;
        yield readJson(text, file.name, number);
      }
    }
  } catch (error) {
    yield { diagnostics: [unreadable(file, error)] };
    return;
  }
  if (documents === 0) {
    yield {
      diagnostics: [
        {
          code: "empty-file",
          severity: "error",
          message: "There is no JSON document here: the file is empty.",
          file: file.name,
          line: 1,
          column: 1,
          fix: "Write one descriptor a line, or remove the file.",
        },
      ],
    };
  }
}

function lineTooLong(file: SourceFile, line: number): Diagnostic {
  return {
    code: "line-too-long",
    severity: "error",
    message: `The line is longer than ${String(limits.lineBytes / 1024 / 1024)} MiB.`,
    file: file.name,
    line,
    column: 1,
    fix: "Write one descriptor a line.",
  };
}
