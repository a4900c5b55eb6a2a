/** A bracket of a module that is not closed. */
export interface OpenBracket {
  readonly sign: string;
  /** From 1. */
  readonly row: number;
}

/** Comments, texts and brackets of Rego; a text that is not closed ends with its line, or, in backticks, with the module. */
const tokens = /#[^\n]*|"(?:[^"\\\n]|\\.)*(?:"|$)|`[^`]*(?:`|$)|[[\](){}]|\n/gm;

/**
 * The innermost bracket that is open before a place.
 * @param row from 1
 * @param column from 1
 */
export function openBracketAt(text: string, row: number, column: number): OpenBracket | undefined {
  const open: OpenBracket[] = [];
  let line = 1;
  let lineStart = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (line > row || (line === row && index - lineStart + 1 >= column)) break;
    if (/^[[({]$/.test(token)) open.push({ sign: token, row: line });
    else if (/^[\])}]$/.test(token)) open.pop();
    for (let end = token.indexOf("\n"); end >= 0; end = token.indexOf("\n", end + 1)) {
      line += 1;
      lineStart = index + end + 1;
    }
  }
  return open.at(-1);
}
