import { plural } from "../../foundation/words.js";
import { textOutput, type TextOutput } from "../output.js";
import { codeSpan, escapedMarkdown, markdownTable } from "../writing/markdown-text.js";
import { nameWithId, rowsOf, type CatalogContents, type CatalogListing } from "./listing.js";
import { roleRows, shownControl, valueWords, type CatalogControls, type ShownControl } from "./shown-control.js";

/** Catalogs as a table, or the groups and controls of one, in GitHub's Markdown. */
export function catalogListMarkdown(listing: CatalogListing): TextOutput {
  if (!("catalogs" in listing)) return textOutput(contents(listing));
  const columns = ["Catalog", "Framework", ">Groups", ">Controls", "Version", "Title"];
  const rows = listing.catalogs.map(({ catalog, framework, groups, controls, version, title }) => [
    ...[codeSpan(catalog), framework === undefined ? "" : codeSpan(framework)],
    ...[String(groups), String(controls), escapedMarkdown(version), cell(title)],
  ]);
  return textOutput(markdownTable(columns, rows));
}

/** What a catalog says of controls, in GitHub's Markdown: a section each. */
export function catalogShowMarkdown({ controls, nameOf }: CatalogControls): TextOutput {
  return textOutput(
    controls.map((each, index) => `${index === 0 ? "" : "\n"}${section(shownControl(each, nameOf)).join("\n")}\n`),
  );
}

function* contents({ title, controls, groups, contents }: CatalogContents): Generator<string> {
  yield `## ${escapedMarkdown(title)}\n\n${plural(controls, "control")} in ${plural(groups, "group")}.\n\n`;
  const rows = [...rowsOf(contents)].map(({ group, control }) =>
    group === undefined
      ? [codeSpan(nameWithId(control?.control, control?.id)), cell(control?.title ?? "")]
      : [`**${escapedMarkdown(nameWithId(group.label, group.id))}**`, `**${cell(group.title)}**`],
  );
  yield* markdownTable(["Group or control", "Title"], rows);
}

function section(shown: ShownControl): string[] {
  const { catalog, control, id, title, statement, guidance, overlay = {}, parameters, related, rules } = shown;
  const { expectedEvidence, freshnessDays } = shown;
  const renewed = freshnessDays === undefined ? "" : `, renewed within ${plural(freshnessDays, "day")}`;
  return [
    `## ${escapedMarkdown(`${nameWithId(control, id)} ${title}`)}`,
    "",
    `Catalog ${codeSpan(catalog)}.`,
    ...textSection("Statement", statement, overlay.statement),
    ...textSection("Guidance", guidance, overlay.guidance),
    ...list(
      "Parameters",
      parameters.map((each) => `${codeSpan(each.id)} = ${escapedMarkdown(valueWords(each))}${about(each.label)}`),
    ),
    ...list(`Expected evidence${renewed}`, expectedEvidence.map(escapedMarkdown)),
    ...list(
      "Roles and stages",
      roleRows(shown).map(([heading, values]) => `${heading}: ${escapedMarkdown(values)}`),
    ),
    ...list(
      "Related controls",
      related.map((each) => `${codeSpan(each.control)}${about(each.title)}`),
    ),
    ...list(
      "Rules",
      rules.map((rule) => `${codeSpan(rule.id)}${about(rule.title)}`),
    ),
  ];
}

function about(text: string | undefined): string {
  return text === undefined ? "" : `: ${cell(text)}`;
}

function textSection(heading: string, text: string, overlay: string | undefined): string[] {
  if (text === "") return [];
  const from = overlay === undefined ? [] : [`_From the overlay ${codeSpan(overlay)}._`, ""];
  return ["", `### ${heading}`, "", ...from, ...text.trim().split("\n").map(proseLine)];
}

/** A line of a catalog's text: the sign of a list stays one, all else is text. */
function proseLine(line: string): string {
  const [, sign = "", rest = ""] = /^(\s*(?:[*+-] |\d{1,4}[.)] )?)(.*)$/s.exec(line) ?? [];
  return `${sign}${escapedMarkdown(rest)}`;
}

/** @param items Markdown */
function list(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ["", `### ${heading}`, "", ...items.map((each) => `- ${each}`)];
}

function cell(text: string): string {
  return escapedMarkdown(text.replace(/\s+/g, " ").trim());
}
