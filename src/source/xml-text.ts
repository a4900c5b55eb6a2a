/**
 * Writes an XML 1.0 document into a string: UTF-8 is declared, elements that hold elements only are indented by two blanks,
 * and nothing is added where text counts. What is written reads back the same, blanks, tabs and line ends included.
 */
export class XmlText {
  #text = '<?xml version="1.0" encoding="UTF-8"?>';
  readonly #open: OpenElement[] = [];
  #inStartTag = false;

  /**
   * Begins an element; its attributes come next.
   * @param mixed whether blanks between what it holds would count; inside of a mixed element they always do
   */
  begin(name: string, mixed: boolean): void {
    const parent = this.#open.at(-1);
    this.#endStartTag();
    if (parent) parent.elements = true;
    this.#text += parent?.mixed ? `<${name}` : `${this.#lineBreak(this.#open.length)}<${name}`;
    this.#open.push({ name, mixed: mixed || parent?.mixed === true, elements: false });
    this.#inStartTag = true;
  }

  /** @returns the first character that XML cannot hold, which is written as U+FFFD; undefined where there is none */
  attribute(name: string, value: string): string | undefined {
    if (!attributeSpecial.test(value)) {
      this.#text += ` ${name}="${value}"`;
      return undefined;
    }
    this.#text += ` ${name}="${value.replace(/[&<"\t\n\r]/g, reference).replace(notCharacters, "\uFFFD")}"`;
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
      this.#text += value;
      return undefined;
    }
    this.#text += value.replace(/[&<>\r]/g, reference).replace(notCharacters, "\uFFFD");
    return notCharacter.exec(value)?.[0];
  }

  /** Ends the element that was begun last. */
  end(): void {
    const element = this.#open.pop();
    if (!element) return;
    if (this.#inStartTag) this.#text += "/>";
    else if (element.elements && !element.mixed)
      this.#text += `${this.#lineBreak(this.#open.length)}</${element.name}>`;
    else this.#text += `</${element.name}>`;
    this.#inStartTag = false;
  }

  /** The document as far as it is written, with a line end. */
  toString(): string {
    return `${this.#text}\n`;
  }

  #endStartTag(): void {
    if (this.#inStartTag) this.#text += ">";
    this.#inStartTag = false;
  }

  #lineBreak(depth: number): string {
    return lineBreaks[depth] ?? (lineBreaks[depth] = `\n${"  ".repeat(depth)}`);
  }
}

interface OpenElement {
  readonly name: string;
  readonly mixed: boolean;
  /** Whether it holds elements. */
  elements: boolean;
}

const lineBreaks: string[] = [];

/** What XML 1.0 has no way to write (section 2.2): most control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const notCharacter = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
/** What cannot stand as it is in an attribute, or in text. */
const attributeSpecial = /[&<"\t\n\r]|[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const textSpecial = /[&<>\r]|[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
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
