/** The names of U+00A0 to U+00FF in order, and others that people write; any other name stays as it is written. */
const latin =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para " +
  "middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave " +
  "Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc " +
  "Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc " +
  "iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const others =
  "amp=& lt=< gt=> quot=\" apos=' ndash=– mdash=— hellip=… lsquo=‘ rsquo=’ ldquo=“ rdquo=” bull=• trade=™ euro=€ " +
  "larr=← rarr=→ le=≤ ge=≥ ne=≠";
const named: ReadonlyMap<string, string> = new Map([
  ...latin.split(" ").map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
  ...others.split(" ").map((entry): [string, string] => [entry.slice(0, -2), entry.slice(-1)]),
]);

const reference = /&(?:#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))|([A-Za-z][A-Za-z0-9]{1,31}));/y;
const escapeOrReference = /\\[!-/:-@[-`{-~]|&(?:#(?:[xX][0-9a-fA-F]{1,6}|[0-9]{1,7})|[A-Za-z][A-Za-z0-9]{1,31});/g;

const referenceLike = /&(?:#(?:[xX][0-9a-fA-F]+|[0-9]+)|[A-Za-z][A-Za-z0-9]*);/y;

/** Whether the text at `position` looks like a character reference to some reader of Markdown, known here or not. */
export function looksLikeReference(text: string, position: number): boolean {
  referenceLike.lastIndex = position;
  return referenceLike.test(text);
}

/** The character reference that begins at `position` (`&amp;`, `&#32;`, `&#x20;`) and the position after it, if one does. */
export function readCharacterReference(
  text: string,
  position: number,
): { readonly text: string; readonly end: number } | undefined {
  reference.lastIndex = position;
  const match = reference.exec(text);
  if (!match) return undefined;
  const [, hexadecimal, decimal, name] = match;
  const decoded = name === undefined ? decodeNumber(hexadecimal, decimal) : named.get(name);
  return decoded === undefined ? undefined : { text: decoded, end: reference.lastIndex };
}

/** Text with its backslash escapes and character references resolved, as in a link's destination or title. */
export function unescapeText(text: string): string {
  return text.replace(escapeOrReference, (found) =>
    found.startsWith("\\") ? found.slice(1) : (readCharacterReference(found, 0)?.text ?? found),
  );
}

function decodeNumber(hexadecimal: string | undefined, decimal: string | undefined): string {
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : "\ufffd";
}

/** The characters of XML 1.0: a reference to another one could never be written to XML. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}
