/**
 * One line without blanks at its ends: OSCAL's string and markup-line take no line breaks. The two characters that are none, which XML
 * cannot hold, become U+FFFD.
 */
export function line(text: string): string {
  if (/^[!-~](?:[ -~]*[!-~])?$/.test(text)) return text;
  // eslint-disable-next-line no-control-regex -- control characters are not allowed in OSCAL's strings
  const oneLine = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
  const plain = oneLine.replace(/[\ufffe\uffff]/g, "\uFFFD");
  return plain === "" ? "-" : plain;
}

/** Plain text as OSCAL markup: characters that the markup gives a meaning, also at the beginning of a block, are escaped. */
export function markup(text: string): string {
  // Most sentences hold nothing of the kind, and results hold tens of thousands.
  if (/^[a-z](?:[a-z\d ,.:;()'/%@?!=$-]*[a-z\d,.:;()'/%@?!=$-])?$/i.test(text)) return text;
  return line(text)
    .replace(/[\\*_`~^"[\]{}<>]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/^([#+-])/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s)/, "$1\\$2");
}
