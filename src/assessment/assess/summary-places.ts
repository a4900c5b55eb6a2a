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

/** The lists of summaries in the input of organization rules. */
type SummaryList = "systems" | "excluded";

/** The fields of summaries at which findings point, each with the descriptor's pointer; the first stands for the summary itself and the others. */
const fields: Readonly<Record<SummaryList, readonly (readonly [field: string, pointer: string])[]>> = {
  systems: [
    ["", ""],
    ["owner", "/roles/owner/person"],
  ],
  excluded: [
    ["", "/scope"],
    ["reason", "/scope/reason"],
    ["approvedBy", "/scope/approvedBy"],
    ["decidedOn", "/scope/decidedOn"],
  ],
};

/** The places of one list: of each summary its file, and line and column of each field. Numbers take little room. */
class ListPlaces {
  readonly #files: SourceFile[] = [];
  readonly #positions: number[] = [];
  readonly #fields: (typeof fields)[SummaryList];

  constructor(list: SummaryList) {
    this.#fields = fields[list];
  }

  add({ source }: SystemSubject): void {
    this.#files.push(source.file);
    for (const [, pointer] of this.#fields) {
      const { line, column } = source.locate(pointer);
      this.#positions.push(line, column);
    }
  }

  at(index: number, field: string): SummaryPlace | undefined {
    const file = this.#files[index];
    const named = this.#fields.findIndex(([name]) => name === field);
    const number = named < 0 ? 0 : named;
    const start = 2 * (index * this.#fields.length + number);
    const [line, column] = this.#positions.slice(start, start + 2);
    const pointer = this.#fields[number]?.[1];
    if (file === undefined || line === undefined || column === undefined || pointer === undefined) return undefined;
    return { file, pointer, line, column };
  }
}

/** The places of the summaries of an organization rule's input. Descriptors are not kept for them. */
export class SummaryPlaces {
  readonly #lists: Readonly<Record<SummaryList, ListPlaces>> = {
    systems: new ListPlaces("systems"),
    excluded: new ListPlaces("excluded"),
  };

  /** To be called in the order of the summaries. */
  add(list: SummaryList, subject: SystemSubject): void {
    this.#lists[list].add(subject);
  }

  /** @param inputPointer into the input of an organization rule. @returns undefined where it leads to no summary */
  at(inputPointer: string): SummaryPlace | undefined {
    const [list = "", index = "", field = ""] = parsePointer(inputPointer);
    if (list !== "systems" && list !== "excluded") return undefined;
    const number = arrayIndex(index);
    return number === undefined ? undefined : this.#lists[list].at(number, field);
  }
}
