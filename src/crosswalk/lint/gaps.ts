import { problem } from "../../diagnostics/codes/mappings.js";
import { problem as referenceProblem } from "../../diagnostics/codes/references.js";
import { nearest } from "../../foundation/nearest.js";
import type { SourceDocument } from "../../source/document.js";
import type { Framework } from "../framework.js";
import type { Side, WrittenGaps, WrittenMapping, WrittenPair } from "../written.js";
import type { Collection } from "./claims.js";
import type { Findings } from "./findings.js";

/** Controls of a list that a message names. */
const MOST_NAMED = 5;
/** Ids for which the likely one is looked for. */
const MOST_GUESSES = 10;

/** Finds what gap summaries and pairs say of the same controls, and which controls neither mentions. */
export function findInGaps({ written, sides, findings, document }: Collection): void {
  for (const [index, mapping] of written.mappings.entries()) {
    const frameworks = sides[index];
    const { source, target } = mapping.gaps;
    const only = source === undefined ? target && "target" : target === undefined ? "source" : undefined;
    if (only !== undefined) {
      const told = { side: only, other: only === "source" ? "target" : "source" } as const;
      const { pointer = mapping.pointer } = mapping.gaps[only] ?? {};
      findings.add(mapping.pointer, pointer, problem("mapping-gap-one-sided", undefined, told));
    }
    if (frameworks === undefined) continue;
    for (const side of ["source", "target"] as const)
      checkSide({ mapping, side, framework: frameworks[side], findings, document });
  }
}

interface MappingSide {
  readonly mapping: WrittenMapping;
  readonly side: Side;
  readonly framework: Framework;
  readonly findings: Findings;
  readonly document: SourceDocument;
}

function checkSide(each: MappingSide): void {
  const { mapping, side, framework } = each;
  const gaps = mapping.gaps[side];
  const related = new Map<string, WrittenPair>();
  const unrelated = new Set<string>();
  for (const pair of mapping.pairs) {
    // A relationship that cannot be read is one all the same.
    const isRelated = pair.relationship !== "no-relationship";
    for (const { id } of side === "source" ? pair.sources : pair.targets) {
      const control = controlOf(id, framework);
      if (control === undefined) continue;
      if (!isRelated) unrelated.add(control);
      else if (!related.has(control)) related.set(control, pair);
    }
  }
  const listed = listedGaps(gaps, related, each);
  const onlyUnrelated = [...unrelated].filter((id) => !related.has(id) && !listed.has(id));
  addListed("mapping-unrelated-controls", onlyUnrelated, each);
  // Without a catalog nobody knows what there is; with patterns, not from here what they fit.
  if (framework.catalog === undefined || gaps?.hasPatterns === true || mapping.pairs.length === 0) return;
  const mentioned = new Set([...related.keys(), ...unrelated, ...listed]);
  for (const id of [...mentioned]) for (const kin of framework.kin(id)) mentioned.add(kin);
  const silent = framework.leaves.filter(({ control }) => !mentioned.has(control));
  addListed(
    "mapping-unmentioned-controls",
    silent.map(({ control }) => control),
    each,
  );
}

/** The controls of a gap summary, of which those that have a pair, or are not there, are reported. */
function listedGaps(
  gaps: WrittenGaps | undefined,
  related: ReadonlyMap<string, WrittenPair>,
  { mapping, framework, findings, document }: MappingSide,
): Set<string> {
  const listed = new Set<string>();
  let guesses = MOST_GUESSES;
  for (const { id, pointer, withChildren } of gaps?.ids ?? []) {
    const control = controlOf(id, framework);
    if (control === undefined) {
      const guess = guesses > 0 ? nearest(id, framework.ids()) : undefined;
      guesses -= 1;
      const told = { how: "dangling", id, kinds: ["controls"], scope: "imports", guess } as const;
      findings.add(mapping.pointer, pointer, referenceProblem("reference-control", undefined, told));
      continue;
    }
    listed.add(control);
    if (withChildren) for (const kin of framework.kin(control)) listed.add(kin);
    const pair = related.get(control);
    if (pair === undefined) continue;
    const { line } = document.locate(pair.pointer);
    findings.add(mapping.pointer, pointer, problem("mapping-gap-with-pair", undefined, { id, line }));
  }
  return listed;
}

function addListed(
  code: "mapping-unmentioned-controls" | "mapping-unrelated-controls",
  controls: readonly string[],
  { mapping, side, framework, findings }: MappingSide,
): void {
  if (controls.length === 0) return;
  const named = controls.slice(0, MOST_NAMED).map((id) => framework.find({ type: "control", id })?.reference ?? id);
  const told = { side, framework: framework.name, count: controls.length, first: named };
  const { pointer = mapping.pointer } = mapping.resources[side] ?? {};
  findings.add(`${mapping.pointer} ${side}`, pointer, problem(code, undefined, told));
}

/** The control that an id names, or of which it names a part; undefined where the catalog has none. */
function controlOf(id: string, framework: Framework): string | undefined {
  return framework.find({ type: "control", id })?.control;
}
