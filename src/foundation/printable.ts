/**
 * Text from outside as it may be shown on a terminal: control characters and marks that reverse the direction of writing become
 * U+FFFD, so that a file can neither move the cursor nor show something else than it says. A tab becomes a blank; the length stays.
 */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must not reach the terminal
  return text.replaceAll("\t", " ").replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\uFFFD");
}
