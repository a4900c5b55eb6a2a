import { nearest } from "../../foundation/nearest.js";
import { didYouMean } from "../../foundation/words.js";
import type { Pack, PackDocument } from "./pack.js";

/** Whether an href or the name of a profile leads into a pack. */
export function isPackAddress(text: string): boolean {
  return /^pack:/i.test(text);
}

/** The document of a pack under an address, or why there is none. */
export function packDocument(
  address: string,
  packs: readonly Pack[],
): { readonly pack: Pack; readonly document: PackDocument } | { readonly failure: string; readonly fix: string } {
  const wanted = `pack:${address.slice("pack:".length).replace(/[?#].*$/s, "")}`;
  for (const pack of packs) {
    const document = pack.documents.find((each) => each.address === wanted);
    if (document === undefined) continue;
    if (pack.state === "locked") return { pack, document };
    return {
      failure: `the pack "${pack.name}" is not as aims-packs.lock.json has it.`,
      fix: "Look at what has changed, then run aims packs lock.",
    };
  }
  const known = packs.flatMap(({ documents }) => documents.map((each) => each.address));
  return {
    failure: "no pack that aims.yaml names has this address.",
    fix:
      known.length === 0
        ? "Name the pack under packs in aims.yaml; aims packs list shows what packs hold."
        : didYouMean(nearest(wanted, known), `The packs hold ${known.join(", ")}.`),
  };
}
