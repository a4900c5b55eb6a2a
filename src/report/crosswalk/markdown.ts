import type { Contribution, ProjectedTarget } from "../../crosswalk/projection.js";
import { outcomeCounts, type ProjectionRecord } from "../../crosswalk/record.js";
import { textOutput, type TextOutput } from "../output.js";
import { escapedMarkdown, markdownCell, markdownTable } from "../writing/markdown-text.js";
import {
  cautions,
  gapWords,
  effectWords,
  mappingLines,
  meaningWords,
  notAssessedWords,
  nameWords,
  outcomeMeanings,
  outcomeWords,
  provenanceWords,
  plainRemarks,
  reasonWords,
  relationWords,
  shortReference,
  sourcesWords,
  sourceWords,
  standingWords,
  systemWords,
  titleWords,
} from "./words.js";

/** Characters of a reason in a list; it is shown as a whole. */
const LONG = 4000;

/** The projection in GitHub's Markdown: the counts, a table of the targets, and in full those that are wanted. */
export function projectionMarkdown(record: ProjectionRecord): TextOutput {
  return textOutput(lines(record));
}

function* lines(record: ProjectionRecord): Generator<string> {
  const { projection, source, wanted } = record;
  const { to, routes, targets } = projection;
  yield `## ${escapedMarkdown(source.frameworks.join(", "))} → ${escapedMarkdown(to.name)}: ${escapedMarkdown(to.title)}\n\n`;
  const notAssessed = notAssessedWords(projection);
  yield `${escapedMarkdown(sourceWords(record))}.${notAssessed === undefined ? "" : ` ${escapedMarkdown(notAssessed)}`}\n\n`;
  if (wanted === undefined) yield* overview(record);
  else {
    for (const target of targets.filter(({ requirement }) => wanted.has(requirement.id)))
      yield* explained(target, record);
  }
  yield "### Mappings\n\n";
  for (const line of mappingLines(routes)) yield `- ${escapedMarkdown(line)}\n`;
  for (const caution of cautions(routes)) yield `\n${escapedMarkdown(caution)}\n`;
}

function* overview(record: ProjectionRecord): Generator<string> {
  const { projection, bySystem, systems } = record;
  const { targets, to } = projection;
  const counted = outcomeCounts(projection).map(({ outcome, count }) => [
    outcomeWords[outcome],
    String(count),
    `${outcomeMeanings[outcome]}${gapWords(outcome, projection)}`,
  ]);
  yield* markdownTable(["Outcome", ">Targets", "It means"], counted);
  yield "\n";
  const columns = [
    "Target",
    "Title",
    "Outcome",
    "Support",
    "Sources",
    ...(bySystem === undefined ? [] : ["By system"]),
  ];
  const addressed = targets.filter(({ outcome }) => outcome !== "not-addressed");
  yield* markdownTable(
    columns,
    addressed.map(({ requirement, outcome, grade, contributions, hasConflict }) => [
      markdownCell(requirement.reference),
      markdownCell(titleWords(requirement)),
      outcomeWords[outcome],
      grade ?? "",
      `${sourcesWords(contributions)}${hasConflict ? ", they disagree" : ""}`,
      ...(bySystem === undefined ? [] : [systemWords(bySystem.get(requirement.id), systems)]),
    ]),
  );
  const left = targets.filter(({ outcome }) => outcome === "not-addressed");
  if (left.length > 0) {
    const names = left.map(({ requirement }) => shortReference(requirement.reference, to.name));
    yield `\nNot addressed: ${escapedMarkdown(names.join(", "))}.\n`;
  }
  yield "\n";
}

function* explained(target: ProjectedTarget, { bySystem, systems }: ProjectionRecord): Generator<string> {
  const { requirement, outcome, grade, contributions } = target;
  const counts = bySystem?.get(requirement.id);
  yield `### ${escapedMarkdown(nameWords(requirement))}\n\n`;
  if (requirement.asks !== undefined) yield `> ${markdownCell(requirement.asks, LONG)}\n\n`;
  yield `**${outcomeWords[outcome]}**${grade === undefined ? "" : `, ${grade} support`}${counts === undefined ? "" : `; by system: ${systemWords(counts, systems)}`}. ${escapedMarkdown(reasonWords(target))}${meaningWords(outcome)}\n\n`;
  for (const each of contributions) yield* oneContribution(each);
  yield "\n";
}

function* oneContribution(contribution: Contribution): Generator<string> {
  const { effect, grade, sources, links, isContrary } = contribution;
  const names = sources.map((each) => `${nameWords(each)} (${standingWords(each)})`).join(" and ");
  const graded = grade === undefined ? "" : `, ${grade}`;
  yield `- ${escapedMarkdown(names)} ${escapedMarkdown(relationWords(contribution))}: **${effectWords[effect]}**${graded}${isContrary ? "; what it lacks the target lacks too" : ""}\n`;
  for (const { pair, leg, via } of links) {
    const from = via === undefined ? "" : `from ${via.reference}: `;
    const stated = pair.provenance.length === 0 ? "" : `, ${provenanceWords(pair)}`;
    const words = pair.remarks === undefined ? "" : `${markdownCell(plainRemarks(pair.remarks), LONG)} `;
    for (const each of pair.qualifiers) yield `  - on condition: ${markdownCell(plainRemarks(each), LONG)}\n`;
    yield `  - ${escapedMarkdown(from)}${words}(${escapedMarkdown(leg.collection.name)}, pair ${pair.uuid}${pair.inverted ? ", read from its target" : ""}${escapedMarkdown(stated)})\n`;
  }
}
