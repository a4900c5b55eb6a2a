/** An attribute as it stands in a start tag. */
interface WrittenAttribute {
  /** With its prefix, if it has one. */
  readonly name: string;
  /** UTF-16 offset of its name. */
  readonly offset: number;
}

/**
 * The attributes of the start tag that begins at an offset, namespace declarations among them, in the order of the text.
 * In a tag that is not well-formed, those before the first error.
 */
export function attributesOfTag(text: string, offset: number): WrittenAttribute[] {
  const attributes: WrittenAttribute[] = [];
  // White space is that of XML alone: names may hold characters which JavaScript takes for white space.
  const pattern = /[ \t\r\n]+([^ \t\r\n=<>/"']+)[ \t\r\n]*=[ \t\r\n]*(?:"[^"<]*"|'[^'<]*')/y;
  pattern.lastIndex = offset + 1 + nameAt(text, offset + 1).length;
  for (;;) {
    const start = pattern.lastIndex;
    const name = pattern.exec(text)?.[1];
    if (name === undefined) return attributes;
    attributes.push({ name, offset: text.indexOf(name, start) });
  }
}

/** The element's name, prefix and all, that begins at an offset; "" where there is none. */
export function nameAt(text: string, offset: number): string {
  const pattern = /[^ \t\r\n=<>/"']+/y;
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? "";
}

/** The target of the processing instruction whose "<?" ends at an offset; nothing where a blank is missing behind it. */
export function targetAt(text: string, offset: number): string | undefined {
  const pattern = /([^ \t\r\n?]+)(?:[ \t\r\n]|\?>)/y;
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[1];
}
