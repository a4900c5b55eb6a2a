import { problem } from "../../diagnostics/codes/mappings.js";
import { problem as referenceProblem } from "../../diagnostics/codes/references.js";
import { nearest } from "../../foundation/nearest.js";
import type { Framework } from "../framework.js";
import type { Side, WrittenItem, WrittenMapping } from "../written.js";
import type { Collection, Sides } from "./claims.js";
import type { Findings } from "./findings.js";

/** Ids of one side of a mapping for which the likely one is looked for: each is compared with all of the catalog. */
const MOST_GUESSES = 10;

/** Finds what is wrong with the items of pairs, and with the resources that they are looked up in. */
export function findInItems({ written, sides, findings }: Collection): void {
  for (const [index, mapping] of written.mappings.entries()) {
    const frameworks = sides[index];
    if (frameworks === undefined) continue;
    checkResources(mapping, frameworks, findings);
    for (const side of ["source", "target"] as const) checkSide(mapping, side, frameworks[side], findings);
  }
}

function checkResources({ pointer, resources }: WrittenMapping, { source, target }: Sides, findings: Findings): void {
  const [one, other] = [resources.source, resources.target];
  if (one === undefined || other === undefined) return;
  if (one.href !== other.href && !(source.catalog !== undefined && source === target)) return;
  findings.add(pointer, `${other.pointer}/href`, problem("mapping-same-resource", undefined, { href: other.href }));
}

function checkSide(mapping: WrittenMapping, side: Side, framework: Framework, findings: Findings): void {
  const { pointer: owner, pairs } = mapping;
  let guesses = MOST_GUESSES;
  const counts = { control: 0, statement: 0 };
  for (const pair of pairs) {
    const items = side === "source" ? pair.sources : pair.targets;
    const seen = new Set<string>();
    for (const item of items) {
      const { id, type, pointer } = item;
      if (items.length > 1) {
        if (seen.has(id)) findings.add(owner, pointer, problem("mapping-item-repeated", undefined, { id, side }));
        seen.add(id);
      }
      if (type === "control" || type === "statement") counts[type] += 1;
      if (framework.catalog === undefined) continue;
      const actual = framework.kindOf(id);
      if (actual === undefined) {
        const guess = guesses > 0 ? nearest(id, framework.ids()) : undefined;
        guesses -= 1;
        const told = { how: "dangling", id, kinds: ["controls", "parts"], scope: "imports", guess } as const;
        findings.add(owner, `${pointer}/id-ref`, referenceProblem("mapping-reference", undefined, told));
      } else checkKind(item, actual, owner, findings);
    }
  }
  const { control, statement } = counts;
  if (control === 0 || statement === 0) return;
  const told = { side, controls: control, statements: statement };
  findings.add(owner, `${owner}/maps`, problem("mapping-levels-mixed", undefined, told));
}

function checkKind(
  { id, type, pointer }: WrittenItem,
  actual: "control" | "statement",
  owner: string,
  findings: Findings,
): void {
  // Another type is a matter of the schema.
  if ((type !== "control" && type !== "statement") || type === actual) return;
  findings.add(owner, `${pointer}/type`, problem("mapping-item-kind", undefined, { id, type, actual }));
}
