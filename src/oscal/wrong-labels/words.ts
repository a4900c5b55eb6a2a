/** Words that titles of controls of any framework have, and that tell none from another. */
const commonWords: ReadonlySet<string> = new Set([
  ...["a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "our", "the", "to", "with"],
  ...["ai", "artificial", "intelligence", "annex", "clause", "control", "system"],
]);

/** Words of a text in small letters and, as far as an s tells it, in the singular; numbers keep their points, as in `2.0`. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) ?? [];
  return words.map((word) => (word.length > 3 && !word.endsWith("ss") ? word.replace(/s$/, "") : word));
}

/** The words of a title by which it can be told from others: no numbers, nothing that all titles have. */
export function significantWords(title: string): string[] {
  return [...new Set(wordsOf(title))].filter((word) => !commonWords.has(word) && !/\p{N}/u.test(word));
}

/** A framework as references have it: `ISO/IEC 42001:2023` and `iso-42001` are `iso42001`. */
export function plainFramework(name: string): string {
  const plain = name.toLowerCase().replace(/:(?:19|20)\d\d$/, "");
  return plain.replace(/[^a-z0-9]/g, "").replace(/^iso(?:iec)?(?=\d)/, "iso");
}

/** The number of a control without what ids and people put around it: `cl.7.4`, `Clause 7.4` and `iso42001:7.4_smt` are `7.4`. */
export function plainNumber(id: string): string {
  return id
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^[\w-]+:\s*/, "")
    .replace(/^iso(?:[\s/_-]*iec)?[\s/_-]*\d{4,5}[\s._-]*/, "")
    .replace(/_[a-z][\w.-]*$/, "")
    .replace(/^(?:annex|cl|clause|control|section)[\s._-]*(?=a?[\s._-]*\d)/, "")
    .replace(/[\s_-]+/g, ".")
    .replace(/^a(?=\d)/, "a.")
    .replace(/\.{2,}/g, ".")
    .replace(/\.$/, "");
}
