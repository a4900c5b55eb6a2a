/**
 * How many columns of a terminal a character takes: none for marks that are drawn over the one before, two for the wide characters of
 * East Asia and for emoji, one for all others. A small table in place of the whole of Unicode's: it says where a marker goes, and a
 * marker that is one column off is still readable.
 */
function columnsOf(character: string): 0 | 1 | 2 {
  if (/^(?:\p{Mn}|\p{Me}|\p{Emoji_Modifier}|\u200b|\u200c|\u200d)/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})/u;

/** Columns of a terminal that a text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}
