import type { Contribution, ProjectedTarget } from "../../crosswalk/projection.js";
import { outcomeCounts, type ProjectionRecord } from "../../crosswalk/record.js";
import type { Standing } from "../../crosswalk/standing.js";
import { printable } from "../../foundation/printable.js";
import { plural } from "../../foundation/words.js";
import { textOutput, type TextOutput } from "../output.js";
import { textTable } from "../table.js";
import {
  cautions,
  gapWords,
  effectWords,
  mappingLines,
  meaningWords,
  nameWords,
  notAssessedWords,
  outcomeMeanings,
  outcomeWords,
  provenanceWords,
  plainRemarks,
  reasonWords,
  relationWords,
  routeWords,
  shortReference,
  sourcesWords,
  sourceWords,
  standingWords,
  systemWords,
  titleWords,
} from "./words.js";
import { wrapped } from "../writing/wrapped.js";

/** Columns of a terminal that nobody has told otherwise. */
const WIDTH = 118;

/** A projection for people: a table of all targets, or some of them pair by pair. */
export function projectionText(
  record: ProjectionRecord,
  { width = WIDTH }: { readonly width?: number } = {},
): TextOutput {
  return textOutput(lines(record, width));
}

function* lines(record: ProjectionRecord, width: number): Generator<string> {
  const { projection, source, wanted } = record;
  const { to, routes, targets } = projection;
  yield `${printable(source.frameworks.join(", "))} → ${printable(to.name)}: ${printable(to.title)}\n`;
  yield* wrapped(printable(sourceWords(record)), "", width);
  const notAssessed = notAssessedWords(projection);
  if (notAssessed !== undefined) yield* wrapped(printable(notAssessed), "", width);
  yield "\n";
  if (wanted === undefined) yield* overview(record, width);
  else {
    for (const target of targets.filter(({ requirement }) => wanted.has(requirement.id))) {
      yield* explained(target, record, width);
    }
  }
  yield `Mappings\n`;
  for (const line of mappingLines(routes)) yield* wrapped(printable(line), "  ", width);
  for (const route of routes.filter(({ length }) => length > 1)) yield `  Chain: ${printable(routeWords(route))}\n`;
  for (const caution of cautions(routes)) yield* wrapped(printable(caution), "  ", width);
  if (source.ownControls > 0) {
    yield* wrapped(
      `${plural(source.ownControls, "control")} of ${to.name} ${source.ownControls === 1 ? "was" : "were"} assessed directly: for ${source.ownControls === 1 ? "it" : "them"} the assessment counts, not this projection.`,
      "  ",
      width,
    );
  }
}

function* overview(record: ProjectionRecord, width: number): Generator<string> {
  const { projection, bySystem, systems } = record;
  const { targets } = projection;
  const counted = outcomeCounts(projection);
  const most = Math.max(...counted.map(({ count }) => String(count).length));
  for (const { outcome, count } of counted) {
    yield `  ${String(count).padStart(most)}  ${outcomeWords[outcome].padEnd(13)}  ${outcomeMeanings[outcome]}${gapWords(outcome, projection)}\n`;
  }
  const addressed = targets.filter(({ outcome }) => outcome !== "not-addressed");
  if (addressed.length > 0) {
    yield "\n";
    const rows = addressed.map(({ requirement, outcome, grade, contributions, hasConflict }) => [
      printable(requirement.reference),
      printable(titleWords(requirement)),
      outcomeWords[outcome],
      grade ?? "",
      `${sourcesWords(contributions)}${hasConflict ? " !" : ""}`,
      systemWords(bySystem?.get(requirement.id), systems),
    ]);
    const columns = [
      { title: "Target" },
      { title: "Title", most: 44, shrinks: true },
      { title: "Outcome" },
      { title: "Support" },
      { title: "Sources" },
      ...(bySystem === undefined ? [] : [{ title: "By system" }]),
    ];
    for (const line of textTable(columns, rows, width)) yield `${line}\n`;
    if (addressed.some(({ hasConflict }) => hasConflict))
      yield "! sources disagree: some are satisfied, others are not\n";
  }
  const left = targets.filter(({ outcome }) => outcome === "not-addressed");
  if (left.length > 0) {
    yield "\nNot addressed: ";
    const names = left.map(({ requirement }) => shortReference(requirement.reference, projection.to.name));
    const list = [...wrapped(printable(names.join(", ")), "  ", width)].join("").trimStart();
    yield list;
  }
  yield "\n";
}

function* explained(
  target: ProjectedTarget,
  { bySystem, systems }: ProjectionRecord,
  width: number,
): Generator<string> {
  const { requirement, outcome, grade, contributions } = target;
  yield `${printable(nameWords(requirement))}\n`;
  if (requirement.asks !== undefined) yield* wrapped(printable(`“${requirement.asks}”`), "  ", width);
  const counts = bySystem?.get(requirement.id);
  const share = counts === undefined ? "" : `; by system: ${systemWords(counts, systems)}`;
  yield `  ${outcomeWords[outcome]}${grade === undefined ? "" : `, ${grade} support`}${share}\n`;
  yield* wrapped(`${reasonWords(target)}${meaningWords(outcome)}`, "  ", width);
  for (const contribution of contributions) yield* oneContribution(contribution, width);
  yield "\n";
}

/** Of sources that a pair takes together, each is marked by what was found of it. */
function markOf(effect: Contribution["effect"], { state }: Standing): string {
  return state === "satisfied" || state === "partial" ? marks[effect] : marks["does-not-show"];
}

const marks: Readonly<Record<Contribution["effect"], string>> = {
  shows: "+",
  supports: "+",
  "does-not-show": "-",
  "nothing-follows": " ",
};

function* oneContribution(contribution: Contribution, width: number): Generator<string> {
  const { effect, grade, sources, links, isContrary } = contribution;
  yield "\n";
  for (const source of sources) {
    const name = `${markOf(effect, source)} ${nameWords(source)}: ${standingWords(source)}`;
    yield* wrapped(printable(name), "  ", width, "    ");
  }
  const together = sources.length > 1 ? "taken together, " : "";
  const graded = grade === undefined ? "" : `, ${grade}`;
  yield* wrapped(
    `${together}${printable(relationWords(contribution))}: ${effectWords[effect]}${graded}`,
    "    ",
    width,
  );
  if (isContrary) yield "    what it lacks the target lacks too\n";
  for (const { pair, leg, via } of links) {
    const from = via === undefined ? "" : `from ${via.reference}: `;
    if (pair.remarks !== undefined) yield* wrapped(printable(`${from}“${plainRemarks(pair.remarks)}”`), "    ", width);
    const said = [
      pair.provenance.length === 0 ? "" : provenanceWords(pair),
      pair.corroboration.length === 0 ? "" : `supported by ${pair.corroboration.join(", ")}`,
      pair.confidence === undefined ? "" : `confidence ${pair.confidence}`,
      ...pair.qualifiers.map((each) => `on condition: ${each}`),
    ].filter((each) => each !== "");
    yield* wrapped(
      printable(
        `${leg.collection.name}, pair ${pair.uuid}${pair.inverted ? ", read from its target" : ""}${said.length === 0 ? "" : `: ${said.join("; ")}`}`,
      ),
      "    ",
      width,
    );
  }
}
