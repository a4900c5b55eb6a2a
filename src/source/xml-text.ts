/**
 * Writes an XML 1.0 document into a string: UTF-8 is declared, elements that hold elements only are indented by two blanks,
 * and nothing is added where text counts. The document reads back the same, blanks, tabs and line ends included.
 */
export class XmlText {
  /**
   * The text in pieces: nearly all of them are texts that are there anyway, names and values. One string that grew with each
   * would be a chain of as many objects, which the JavaScript engine keeps until the string is used.
   */
  readonly #pieces: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  /** How many of the pieces are not put together yet. */
  #count = 1;
  #text = "";
  readonly #open: OpenElement[] = [];
  #inStartTag = false;

  /**
   * Begins an element; its attributes come next.
   * @param mixed whether blanks between what it holds would count; inside of a mixed element they always do
   */
  begin(name: string, mixed: boolean): void {
    const parent = this.#open[this.#open.length - 1];
    this.#endStartTag();
    if (parent) parent.elements = true;
    if (!parent?.mixed) this.#write(lineBreak(this.#open.length));
    this.#write("<");
    this.#write(name);
    this.#open.push({ name, mixed: mixed || parent?.mixed === true, elements: false });
    this.#inStartTag = true;
  }

  /** @returns the first character that XML cannot hold, which is written as U+FFFD; undefined where there is none */
  attribute(name: string, value: string): string | undefined {
    if (!attributeSpecial.test(value)) {
      this.#writeAttribute(name, value);
      return undefined;
    }
    const escaped = value.replace(/[&<"\t\n\r]/g, reference).replace(notCharacters, "\uFFFD");
    this.#writeAttribute(name, escaped);
    return notCharacter.exec(value)?.[0];
  }

  /**
   * Text in the element that was begun last, which has to be mixed.
   * @returns as `attribute`
   */
  text(value: string): string | undefined {
    if (value === "") return undefined;
    this.#endStartTag();
    if (!textSpecial.test(value)) {
      this.#write(value);
      return undefined;
    }
    this.#write(value.replace(/[&<>\r]/g, reference).replace(notCharacters, "\uFFFD"));
    return notCharacter.exec(value)?.[0];
  }

  /** Ends the element that was begun last. */
  end(): void {
    const element = this.#open.pop();
    if (!element) return;
    if (this.#inStartTag) this.#write("/>");
    else {
      if (element.elements && !element.mixed) this.#write(lineBreak(this.#open.length));
      this.#write("</");
      this.#write(element.name);
      this.#write(">");
    }
    this.#inStartTag = false;
  }

  /** The document as far as it is written, with a line end. */
  toString(): string {
    return `${this.#text}${this.#pieces.slice(0, this.#count).join("")}\n`;
  }

  #endStartTag(): void {
    if (this.#inStartTag) this.#write(">");
    this.#inStartTag = false;
  }

  #writeAttribute(name: string, value: string): void {
    this.#write(" ");
    this.#write(name);
    this.#write('="');
    this.#write(value);
    this.#write('"');
  }

  #write(piece: string): void {
    if (this.#count === piecesPerChunk) {
      this.#text += this.#pieces.join("");
      this.#count = 0;
    }
    // The list is filled again from its start: it has grown to its length once and for all.
    this.#pieces[this.#count] = piece;
    this.#count += 1;
  }
}

interface OpenElement {
  readonly name: string;
  readonly mixed: boolean;
  /** Whether it holds elements. */
  elements: boolean;
}

/** Of a chunk of the text; more make nothing faster. */
const piecesPerChunk = 4096;

function lineBreak(depth: number): string {
  return lineBreaks[depth] ?? (lineBreaks[depth] = `\n${"  ".repeat(depth)}`);
}

const lineBreaks: string[] = [];

/** Characters that XML 1.0 cannot hold (section 2.2): most control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const notCharacter = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
/**
 * Characters that may not stand as they are in an attribute, or in text. Any half of a surrogate pair is looked at closer: to tell pairs apart
 * here, in a pattern of whole characters, would take longer for every text.
 */
const attributeSpecial = /[&<"\t\n\r]|[^\u0020-\uD7FF\uE000-\uFFFD]/;
const textSpecial = /[&<>\r]|[^\t\n\u0020-\uD7FF\uE000-\uFFFD]/;
const notCharacters = new RegExp(notCharacter.source, "gu");

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function reference(character: string): string {
  return references[character] ?? character;
}
