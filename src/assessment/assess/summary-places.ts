import type { SourceFile } from "../../diagnostics/source-file.js";
import type { SystemSubject } from "../../inventory/descriptors.js";
import { arrayIndex, parsePointer } from "../../source/pointer.js";
import type { Position } from "../../source/position.js";

/** Where a value of a summary stands: in the descriptor of the system that it is of. */
export interface SummaryPlace extends Position {
  readonly file: SourceFile;
  /** JSON pointer (RFC 6901) into the document of the file. */
  readonly pointer: string;
}

/** Of the parts of summaries at which findings point: the descriptor's pointer by the summary's field, "" for the summary itself. */
const fields: Readonly<Record<SummaryList, Readonly<Record<string, string>>>> = {
  systems: { "": "", owner: "/roles/owner/person" },
  excluded: { "": "/scope", reason: "/scope/reason", approvedBy: "/scope/approvedBy", decidedOn: "/scope/decidedOn" },
};

/** The lists of summaries in the input of organization rules. */
type SummaryList = "systems" | "excluded";

/** The places of the summaries of an organization rule's input. Descriptors are not kept for them. */
export class SummaryPlaces {
  readonly #places: Readonly<Record<SummaryList, ReadonlyMap<string, SummaryPlace>[]>> = { systems: [], excluded: [] };

  /** To be called in the order of the summaries. */
  add(list: SummaryList, { source }: SystemSubject): void {
    const places = Object.entries(fields[list]).map(([field, pointer]): [string, SummaryPlace] => [
      field,
      { file: source.file, pointer, ...source.locate(pointer) },
    ]);
    this.#places[list].push(new Map(places));
  }

  /** @param inputPointer into the input of an organization rule. @returns undefined where it leads to no summary */
  at(inputPointer: string): SummaryPlace | undefined {
    const [list = "", index = "", field = ""] = parsePointer(inputPointer);
    if (list !== "systems" && list !== "excluded") return undefined;
    const places = this.#places[list][arrayIndex(index) ?? -1];
    return places?.get(field) ?? places?.get("");
  }
}
