/** Random text on one line that is hard on every format. */
import fc from "fast-check";

/** Texts that mean something in XML, JSON, YAML or Markdown, or that look as if they did. */
const awkward = [
  ...[
    "<",
    ">",
    "&",
    "&lt;",
    "&amp;lt;",
    "&#65;",
    "]]>",
    "<!-- a -->",
    "<?a b?>",
    "<b>bold</b>",
    "</p>",
    "<![CDATA[a]]>",
  ],
  ...[
    '"',
    "'",
    '"quoted"',
    "it's",
    "\\",
    "\\n",
    "\\u0041",
    "//",
    "/* a */",
    "{",
    "}",
    "[",
    "]",
    "{{ insert: param, a }}",
  ],
  ...["*", "**a**", "_", "`", "~", "^", "# a", "1. a", "- a", "| a |", "![a](b)", "[a](b)", "<https://example.org>"],
  ...[
    "yes",
    "no",
    "null",
    "true",
    "~",
    "1.0",
    "0x1F",
    "1e3",
    ".inf",
    "2026-04-14",
    "12:30:45",
    "---",
    "...",
    "!a",
    "@a",
  ],
  ...[
    "a: b",
    "a #b",
    ": ",
    " #",
    "? a",
    "%a",
    "&a",
    "*a",
    "<<",
    "=",
    "|",
    ">",
    ",",
    "__proto__",
    "constructor",
    "toString",
  ],
  ...["  ", "\t", "\u00a0", "\u0085", "\u007f", "\u200b", "\u202e", "\ufeff", "\u00ad"],
  ...["é", "e\u0301", "ß", "ı", "漢字", "ألف", "👩‍💻", "\u{1d4b3}", "\u{10fffd}", "\ufffd", "\ue000"],
] as const;

/** Text without what XML cannot hold, without line ends, and without blanks at its ends. */
export const awkwardText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...awkward) },
      fc.lorem({ maxCount: 3 }),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => onOneLine(parts.join("")));

export const longText: fc.Arbitrary<string> = fc
  .tuple(awkwardText, fc.integer({ min: 200, max: 2000 }))
  .map(([part, times]) => onOneLine(`${part} `.repeat(times)));

/** XML 1.0 has no control characters but tab and line ends; the datatype takes no separator of lines. */
function onOneLine(value: string): string {
  // eslint-disable-next-line no-control-regex -- these are what has to go
  const kept = value.replaceAll(/[\0-\x08\n-\x1f\u2028\u2029\ufffe\uffff]/g, "").trim();
  return kept === "" ? "0" : kept;
}
