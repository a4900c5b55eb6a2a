import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { illFormedText } from "./decode.js";
import type { ReadResult, SourceDocument } from "./document.js";
import { LineMap, type Position } from "./position.js";
import { accept, placesOf, type Accepted } from "./yaml/accept/accept.js";
import type { FoundPlace, Places } from "./yaml/accept/places.js";

/**
 * Reads a YAML file whose documents have the plain forms that nearly all files have, without the library. Positions cost nothing until
 * `locate` is called.
 * @returns undefined where the file is not plainly such a one; `readYaml` says what it is
 */
export function readPlainYaml(text: string, file: SourceFile): ReadResult[] | undefined {
  // Neither values nor lines and columns depend on how lines end.
  const plain = text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
  const accepted = accept(plain);
  if (accepted === undefined) return undefined;
  const places = new TextPlaces(plain);
  return accepted.map((each, index): ReadResult => {
    const document = new PlainYamlDocument(places, file, index, each);
    const illFormed = illFormedText(text, document, "yaml");
    return illFormed ? { diagnostics: [illFormed] } : { document, diagnostics: [] };
  });
}

/** The places of a text, which are looked for when the first of its documents is asked. */
class TextPlaces {
  readonly text: string;
  #places: Places | undefined;
  #lines: LineMap | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get values(): Places {
    return (this.#places ??= placesOf(this.text));
  }

  get lines(): LineMap {
    return (this.#lines ??= new LineMap(this.text));
  }
}

/** A document about which the library would have nothing to say: no key in it is without a value, and nothing in it needs a caution. */
class PlainYamlDocument implements SourceDocument {
  readonly file: SourceFile;
  readonly value: unknown;
  readonly line: number;
  readonly #places: TextPlaces;
  readonly #index: number;

  /** @param index of the document in its file */
  constructor(places: TextPlaces, file: SourceFile, index: number, { value, offset }: Accepted) {
    this.#places = places;
    this.#index = index;
    this.file = file;
    this.value = value;
    this.line = offset === 0 ? 1 : places.lines.position(offset).line;
  }

  locate(pointer: string, what: "key" | "value" = "value"): Position {
    const { start, key } = this.#find(pointer);
    return this.#places.lines.position(what === "key" && key >= 0 ? key : start);
  }

  frame(position: Position): string {
    return this.#places.lines.frame(position);
  }

  written(pointer: string): string | undefined {
    const { start, plainEnd, value } = this.#find(pointer);
    if (plainEnd < 0) return undefined;
    // A text without quotes may have several lines.
    return typeof value === "string" ? value : this.#places.text.slice(start, plainEnd);
  }

  /** None: what would need one is not accepted. */
  cautions(): readonly Diagnostic[] {
    return [];
  }

  #find(pointer: string): FoundPlace {
    return this.#places.values.find(this.#index, this.value, pointer);
  }
}
