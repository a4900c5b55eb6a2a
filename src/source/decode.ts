import { problem } from "../diagnostics/codes/files.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { SourceDocument } from "./document.js";
import { placeOf } from "./place.js";
import { formatPointer } from "./pointer.js";

/**
 * Reads bytes as UTF-8 text without its byte order mark.
 * Other encodings and binary files are refused with the first offending line, since reading them anyway would change names silently.
 */
export function decodeUtf8(bytes: Uint8Array, file: SourceFile): string | Diagnostic {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return problem("wrong-encoding", { file, line: 1, column: 1 }, { wide });
  const placeAt = (offset: number): { file: SourceFile; line: number; column: number } => ({
    file,
    line: lineOf(bytes, offset),
    column: columnOf(bytes, offset),
  });
  const zero = bytes.indexOf(0);
  if (zero >= 0) return problem("binary-file", placeAt(zero));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const invalid = firstInvalidByte(bytes);
    return problem("wrong-encoding", placeAt(invalid), { byte: bytes[invalid] ?? 0 });
  }
}

/**
 * The diagnostic for the first text of a document that holds half of a surrogate pair: it is not Unicode, and no file in UTF-8 can
 * hold it. Only escapes can bring it in, so the tree is searched only where the source text has one.
 */
export function illFormedText(
  source: string,
  document: SourceDocument,
  format: "json" | "yaml",
): Diagnostic | undefined {
  if (!source.includes("\\u") || !/\\u[dD][89a-fA-F]/.test(source)) return undefined;
  const pointer = illFormedPointer(document.value, []);
  return pointer === undefined ? undefined : problem("ill-formed-text", placeOf(document, pointer), format);
}

/** Pointer to the first text with half of a surrogate pair; of an ill-formed key, that of its object. */
function illFormedPointer(value: unknown, path: readonly string[]): string | undefined {
  if (typeof value === "string") return value.isWellFormed() ? undefined : formatPointer(path);
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const pointer = key.isWellFormed() ? illFormedPointer(member, [...path, key]) : formatPointer(path);
    if (pointer !== undefined) return pointer;
  }
  return undefined;
}

function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16 (little endian)";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16 (big endian)";
  return undefined;
}

/**
 * Offset of the first byte that does not begin a well-formed UTF-8 sequence (Unicode, table 3-7).
 * A decoder would stop behind it: 0xE9 before a blank is wrong at 0xE9, but only the blank shows it.
 */
function firstInvalidByte(bytes: Uint8Array): number {
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length === 0) return index;
    index += length;
  }
  return bytes.length - 1;
}

/** Bytes of the well-formed sequence that begins at the offset; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[offset + index] ?? 0;
    // The second byte rules out overlong forms, surrogates and what lies above U+10FFFF.
    const least = index > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const most = index > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < least || byte > most) return 0;
  }
  return length;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset; index += 1) if (bytes[index] === 0x0a) line += 1;
  return line;
}

/** Column in UTF-16 code units of an offset before which all is UTF-8. */
function columnOf(bytes: Uint8Array, offset: number): number {
  const lineStart = offset === 0 ? 0 : bytes.lastIndexOf(0x0a, offset - 1) + 1;
  return new TextDecoder("utf-8").decode(bytes.subarray(lineStart, offset)).length + 1;
}
