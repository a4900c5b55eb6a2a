import type { Change, Step } from "../../oscal/diff.js";
import { countChanges } from "../../oscal/diff.js";
import { plural } from "../../foundation/words.js";

/** Changes of one record, such as a control, which people look at together. */
export interface ChangeSection {
  /** Records from the outermost inwards; none for the document itself. */
  readonly heading: readonly Step[];
  readonly entries: readonly ChangeEntry[];
}

/** One line of a section. */
export interface ChangeEntry {
  /** One change, or several values that were added to or removed from one set. */
  readonly changes: readonly [Change, ...Change[]];
  /** Objects from the section's record inwards. */
  readonly path: readonly Step[];
}

/** Objects that are records of their own to their readers; everything else is shown as a part of the record around it. */
const records: ReadonlySet<string> = new Set([
  ...["metadata", "role", "location", "party", "resource"],
  ...["group", "control", "import", "alter", "set-parameter", "mapping", "map"],
  ...["component", "capability", "control-implementation", "implemented-requirement"],
  ...["system-characteristics", "information-type", "leveraged-authorization", "user", "inventory-item"],
  ...["activity", "task", "assessment-platform", "reviewed-controls"],
  ...["result", "observation", "risk", "finding", "poam-item"],
]);

/** Gathers changes under the records that they belong to, in their order. */
export function sectionsOf(changes: Iterable<Change>): ChangeSection[] {
  const sections: { heading: readonly Step[]; entries: { changes: [Change, ...Change[]]; path: readonly Step[] }[] }[] =
    [];
  for (const change of changes) {
    // An object that was added, removed or moved as a whole belongs to where it was put or taken from.
    const whole = change.kind !== "changed" && change.property === undefined;
    const owners = whole ? change.path.slice(0, -1) : change.path;
    const depth = owners.findLastIndex(({ kind }) => records.has(kind)) + 1;
    const heading = change.path.slice(0, depth);
    const path = change.path.slice(depth);
    let section = sections.at(-1);
    if (!section || !samePath(section.heading, heading)) sections.push((section = { heading, entries: [] }));
    const last = section.entries.at(-1);
    if (last && belongsTo(last.changes[0], change)) last.changes.push(change);
    else section.entries.push({ changes: [change], path });
  }
  return sections;
}

/** Whether both add values to, or remove values from, the same set. */
function belongsTo(first: Change, next: Change): boolean {
  return (
    (next.kind === "added" || next.kind === "removed") &&
    first.kind === next.kind &&
    next.property !== undefined &&
    first.property === next.property &&
    samePath(first.path, next.path)
  );
}

function samePath(a: readonly Step[], b: readonly Step[]): boolean {
  return a.length === b.length && a.every(({ kind, name }, index) => kind === b[index]?.kind && name === b[index].name);
}

/** "2 added, 1 changed", or that there is nothing. */
export function countWords(changes: readonly Change[]): string {
  const counts = Object.entries(countChanges(changes)).filter(([, count]) => count > 0);
  return counts.length === 0 ? "no change" : counts.map(([kind, count]) => `${String(count)} ${kind}`).join(", ");
}

/** "and 2 more changes", for those that are not shown. */
export function moreChanges(count: number): string {
  return `and ${plural(count, "more change")}`;
}
