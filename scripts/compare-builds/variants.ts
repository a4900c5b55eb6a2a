// The same documents spelled otherwise, and spoiled: what a reader that takes a short cut would get wrong.
import { parseAllDocuments, stringify, type DocumentOptions, type SchemaOptions, type ToStringOptions } from "yaml";

/** Bytes as text of one character a byte (latin1). */
type Bytes = string;

/** What is put somewhere into a text: signs of the three formats, spaces that are none, and bytes that are no UTF-8. */
const SIGNS: readonly Bytes[] = [
  ...Array.from("{}[]:,\"'#&*!|>-?%@`<=/\\\t\r\n\0 ~"),
  ": ",
  " #",
  "- ",
  "---\n",
  "...\n",
  "<<: ",
  "\\u0000",
  "&amp;",
  "&#0;",
  "]]>",
  "<!--",
  "<?x?>",
  "1e400",
  "0x1F",
  "null",
  "\u00ff",
  "\u00ef\u00bb\u00bf",
  "\u00c2\u00a0",
  "\u00c2\u0085",
];

/**
 * @param text a document
 * @param seed which of the many ways
 * @returns the text with one to three places changed; the same for the same seed
 */
export function spoiled(text: Bytes, seed: number): Bytes {
  const next = numbers(seed);
  let result = text;
  for (let left = next(3); left >= 0; left -= 1) result = changed(result, next);
  return result;
}

function changed(text: Bytes, next: (below: number) => number): Bytes {
  const at = next(text.length + 1);
  const sign = SIGNS[next(SIGNS.length)] ?? "";
  const lines = text.split("\n");
  const line = next(lines.length);
  switch (next(10)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1);
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + next(40));
    case 3:
    case 4:
      return text.slice(0, at) + sign + text.slice(at);
    case 5:
      return text.slice(0, at) + sign + text.slice(at + 1);
    case 6:
      return lines.toSpliced(line, 0, lines[line] ?? "").join("\n");
    case 7:
      return lines.toSpliced(line, 1).join("\n");
    case 8:
      return lines.toSpliced(line, 1, ` ${lines[line] ?? ""}`).join("\n");
    default:
      return lines.toSpliced(line, 1, (lines[line] ?? "").replace(/^ /, "")).join("\n");
  }
}

/** Whole numbers from 0 below a limit: the minimal standard generator of Park and Miller. */
function numbers(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  const step = (): number => (state = (state * 48271) % 2147483647);
  step();
  return (below) => step() % below;
}

const YAML_STYLES: readonly (DocumentOptions & SchemaOptions & ToStringOptions)[] = [
  { collectionStyle: "flow" },
  { collectionStyle: "flow", lineWidth: 0 },
  { defaultStringType: "QUOTE_SINGLE" },
  { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "QUOTE_DOUBLE" },
  { defaultStringType: "BLOCK_FOLDED", defaultKeyType: "PLAIN", lineWidth: 30 },
  { defaultStringType: "BLOCK_LITERAL", defaultKeyType: "PLAIN" },
  { indent: 4, lineWidth: 40 },
  { indentSeq: false, lineWidth: 0 },
];

/** @returns the YAML documents of a file in other styles of YAML, all of the same meaning */
export function yamlVariants(text: string): string[] {
  const values = parseAllDocuments(text).map((document) => document.toJS() as unknown);
  const styled = (style: (typeof YAML_STYLES)[number]): string =>
    values.map((value) => stringify(value, { aliasDuplicateObjects: false, ...style })).join("---\n");
  return [
    ...YAML_STYLES.map(styled),
    values.map((value) => stringify(value)).join("---\n"),
    `\uFEFF${text}`,
    `%YAML 1.2\n---\n${text}...\n`,
    text.replaceAll("\n", "\r\n"),
    text.replaceAll("\n", " # a comment\n"),
    text.replaceAll("\n", "\n\n# a comment\n"),
    text.replaceAll(": ", ":\t"),
  ];
}

/** @returns the JSON document in other spellings */
export function jsonVariants(text: string): string[] {
  const value: unknown = JSON.parse(text);
  return [
    JSON.stringify(value),
    JSON.stringify(value, null, "\t"),
    JSON.stringify(value, null, 4).replaceAll("\n", "\r\n"),
    JSON.stringify(value).replaceAll(/[aeo](?=[^"]*")/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
    `\uFEFF${text}`,
    `\n\n  ${text}\n\n`,
  ];
}

/** @returns the XML document in other spellings */
export function xmlVariants(text: string): string[] {
  const prefixed = text.replaceAll(/<(\/?)([A-Za-z])/g, "<$1o:$2").replace('xmlns="', 'xmlns:o="');
  return [
    prefixed,
    text.replaceAll("\n", "\r\n"),
    text.replaceAll(/>([^<>&\n]*[^<>&\s][^<>&\n]*)</g, "><![CDATA[$1]]><"),
    text.replaceAll(/>([^<>&\n]*)a([^<>&\n]*)</g, ">$1&#x61;$2<"),
    text.replaceAll('"', "'"),
    text.replaceAll("><", ">\n<!-- a comment --><?target data?>\n<"),
    text.replace(/^<\?xml[^>]*\?>\s*/, ""),
    `\uFEFF${text}`,
  ];
}
