import type { SourceFile } from "../diagnostics/source-file.js";
import { illFormedText } from "./decode.js";
import type { ReadResult, SourceDocument } from "./document.js";
import { LineMap, type Position } from "./position.js";
import { accept, placesOf, type Accepted } from "./yaml/accept/accept.js";
import type { Places } from "./yaml/accept/places.js";

/**
 * Reads a YAML file with one document in the plain forms that nearly all files have, without the library. Positions cost nothing until
 * `locate` is called.
 * @returns undefined where the file is not plainly such a one; `readYaml` says what it is
 */
export function readPlainYaml(text: string, file: SourceFile): ReadResult | undefined {
  const accepted = accept(text);
  if (accepted === undefined) return undefined;
  const document = new PlainYamlDocument(text, file, accepted);
  const illFormed = illFormedText(text, document, "yaml");
  return illFormed ? { diagnostics: [illFormed] } : { document, diagnostics: [] };
}

/**
 * A document of which the library would have nothing to say: none of its keys is without a value, and nothing in it needs a caution.
 */
class PlainYamlDocument implements SourceDocument {
  readonly file: SourceFile;
  readonly value: unknown;
  readonly line: number;
  readonly #text: string;
  #places: Places | undefined;
  #map: LineMap | undefined;

  constructor(text: string, file: SourceFile, { value, offset }: Accepted) {
    this.#text = text;
    this.file = file;
    this.value = value;
    this.line = offset === 0 ? 1 : this.#lines().position(offset).line;
  }

  locate(pointer: string, what: "key" | "value" = "value"): Position {
    const { start, key } = this.#located().find(this.value, pointer);
    return this.#lines().position(what === "key" && key >= 0 ? key : start);
  }

  frame(position: Position): string {
    return this.#lines().frame(position);
  }

  written(pointer: string): string | undefined {
    const { start, plainEnd, value } = this.#located().find(this.value, pointer);
    if (plainEnd < 0) return undefined;
    // A text without quotes of several lines is one of them.
    return typeof value === "string" ? value : this.#text.slice(start, plainEnd);
  }

  #located(): Places {
    return (this.#places ??= placesOf(this.#text));
  }

  #lines(): LineMap {
    return (this.#map ??= new LineMap(this.#text));
  }
}
