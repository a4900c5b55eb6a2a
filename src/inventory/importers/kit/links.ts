const link = /^https?:\/\/[^\s/]+\S*$/i;
const host = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?:\/\S*)?$/i;

/**
 * The links of a text that holds nothing else: one, or several with blanks, commas or semicolons between them; hosts without
 * "https://" count. A link inside a sentence is not taken out of it: the sentence may say that the page does not exist yet.
 * @returns an empty list where the text holds words
 */
export function readLinks(text: string): string[] {
  const parts = text
    .split(/\s*[;,]?\s+|[;,](?=https?:)/i)
    .map(withoutSeparators)
    .filter((part) => part !== "");
  return parts.every((part) => link.test(part) || host.test(part)) ? parts : [];
}

/** Without commas and semicolons at the end; a loop that looks at each of them once. */
function withoutSeparators(part: string): string {
  let end = part.length;
  while (part[end - 1] === "," || part[end - 1] === ";") end -= 1;
  return part.slice(0, end);
}
