import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/codes/mappings.js";
import type { SourceDocument } from "../../source/document.js";
import { placeOf } from "../../source/place.js";

/** Findings of one kind in one mapping that are listed; nobody corrects more of a kind before checking again. */
const MOST_OF_A_KIND = 10;

/** What was found in a collection, with places. */
export interface ListedFindings {
  readonly diagnostics: readonly Diagnostic[];
  /** How many more there are. */
  readonly unlisted: Readonly<Record<Diagnostic["severity"], number>>;
}

interface Group {
  readonly owner: string;
  readonly found: { readonly pointer: string; readonly fault: Diagnostic }[];
}

/** Gathers what is found in one collection. A kind that a mapping has many of is listed with its first places, and counted. */
export class Findings {
  readonly #groups = new Map<string, Group>();

  /**
   * @param owner pointer to the mapping, or to what else the finding belongs to
   * @param pointer to the value at fault
   * @param fault without its place
   */
  add(owner: string, pointer: string, fault: Diagnostic): void {
    const key = `${owner} ${fault.code} ${fault.severity}`;
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, { owner, found: [{ pointer, fault }] });
    else group.found.push({ pointer, fault });
  }

  listed(document: SourceDocument): ListedFindings {
    const diagnostics: Diagnostic[] = [];
    const unlisted = { error: 0, warning: 0, info: 0 };
    for (const { owner, found } of this.#groups.values()) {
      for (const { pointer, fault } of found.slice(0, MOST_OF_A_KIND)) {
        diagnostics.push({ ...placeOf(document, pointer), ...fault });
      }
      const [first] = found;
      const count = found.length - MOST_OF_A_KIND;
      if (first === undefined || count <= 0) continue;
      const { code, severity } = first.fault;
      unlisted[severity] += count;
      diagnostics.push(problem("mapping-more-findings", placeOf(document, owner), { kind: code, count }));
    }
    return { diagnostics, unlisted };
  }
}
