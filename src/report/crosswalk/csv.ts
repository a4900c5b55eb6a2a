import type { Contribution, ProjectedTarget } from "../../crosswalk/projection.js";
import type { ProjectionRecord, SystemCounts } from "../../crosswalk/record.js";
import { textOutput, type TextOutput } from "../output.js";
import { csvText } from "../writing/csv-text.js";
import { plainRemarks } from "./words.js";

const header = [
  "Target",
  "Title",
  "Outcome",
  "Support",
  "Conflict",
  "Systems shown",
  "Systems supported",
  "Systems not shown",
  "Systems not applicable",
  "Effect",
  "Support by pair",
  "Source",
  "Source title",
  "Source state",
  "Assurance",
  "Relationship",
  "Strength",
  "Over",
  "Stated by",
  "Conditions",
  "Remarks",
  "Finding",
  "Mapping",
  "Pair",
] as const;

/** The projection as a table: a line for each target and pair, and one for a target without any. */
export function projectionCsv(record: ProjectionRecord): TextOutput {
  return textOutput(csvText(header, rows(record)));
}

function* rows({
  projection,
  bySystem,
  wanted,
}: ProjectionRecord): Generator<readonly (string | number | undefined)[]> {
  for (const target of projection.targets) {
    if (wanted?.has(target.requirement.id) === false) continue;
    const first = targetCells(target, bySystem?.get(target.requirement.id));
    if (target.contributions.length === 0)
      yield [...first, ...Array.from({ length: header.length - first.length }, () => "")];
    for (const each of target.contributions) yield [...first, ...contributionCells(each)];
  }
}

function targetCells(
  { requirement, outcome, grade, hasConflict }: ProjectedTarget,
  counts: SystemCounts | undefined,
): (string | number | undefined)[] {
  const { reference, title } = requirement;
  const bySystem = (["shown", "supported", "not-shown", "not-applicable"] as const).map((each) => counts?.[each]);
  return [reference, title, outcome, grade, hasConflict ? "yes" : "no", ...bySystem];
}

function contributionCells(contribution: Contribution): (string | number | undefined)[] {
  const { effect, grade, sources, relationship, strength, links } = contribution;
  const last = links.at(-1);
  return [
    effect,
    grade,
    sources.map((each) => each.reference).join("; "),
    sources.map((each) => each.title).join("; "),
    sources.map(({ state }) => state).join("; "),
    sources.map(({ assurance }) => assurance ?? "").join("; "),
    relationship ?? "nothing follows",
    strength,
    links.flatMap(({ via }) => via?.reference ?? []).join("; "),
    [...new Set(links.flatMap(({ pair }) => pair.provenance))].join("; "),
    links.flatMap(({ pair }) => pair.qualifiers.map(plainRemarks)).join("; "),
    links.flatMap(({ pair }) => (pair.remarks === undefined ? [] : plainRemarks(pair.remarks))).join(" / "),
    sources.flatMap(({ finding }) => finding ?? []).join("; "),
    last?.leg.collection.name,
    links.map(({ pair }) => pair.uuid).join("; "),
  ];
}
