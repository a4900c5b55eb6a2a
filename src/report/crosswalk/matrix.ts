import type { CrosswalkMatrix } from "../../crosswalk/matrix.js";
import type { Chain } from "../../crosswalk/projection.js";
import { printable } from "../../foundation/printable.js";
import { jsonText } from "../../source/stringify.js";
import { textOutput, type TextOutput } from "../output.js";
import { csvText } from "../writing/csv-text.js";
import { escapedMarkdown, markdownTable } from "../writing/markdown-text.js";
import { wrapped } from "../writing/wrapped.js";
import { linkJson, requirementJson, routeJson } from "./json.js";
import { cautions, mappingLines, relationshipSigns, relationshipWords, routeWords, shortReference } from "./words.js";
import { relationships } from "../../crosswalk/relationship.js";

/** Columns of a line for people. */
const WIDTH = 118;

/** A matrix as lines for people: each control with what it leads to. */
export function matrixText({ to, routes, rows, targets }: CrosswalkMatrix): TextOutput {
  return textOutput(
    (function* () {
      yield `${printable([...new Set(routes.map(routeWords))].join("; "))}: ${printable(to.title)}\n\n`;
      for (const { sources, cells } of rows) {
        for (const { reference, title } of sources) yield `${printable(`${reference}  ${title}`)}\n`;
        yield* wrapped(printable(cells.map((cell) => cellWords(cell, to.name)).join(", ")), "  ", WIDTH);
      }
      const left = targets
        .filter(({ isReached }) => !isReached)
        .map(({ requirement }) => shortReference(requirement.reference, to.name));
      if (left.length > 0) yield* wrapped(`\nWithout a pair: ${printable(left.join(", "))}`, "", WIDTH, "  ");
      yield `\n${legend}\n`;
      for (const line of mappingLines(routes)) yield* wrapped(printable(line), "", WIDTH, "  ");
      for (const caution of cautions(routes)) yield* wrapped(printable(caution), "", WIDTH);
    })(),
  );
}

const legend = `Signs, with the strength from 1 to 10 behind them: ${relationships
  .map((each) => `${relationshipSigns[each]} ${relationshipWords[each].replace(/\bit\b/, "the target")}`)
  .join("; ")}; ? nothing follows.`;

function cellWords(chain: Chain, framework: string): string {
  return `${signOf(chain)} ${shortReference(chain.target.reference, framework)}`;
}

function signOf({ relationship, strength }: Chain): string {
  return `${relationship === undefined ? "?" : relationshipSigns[relationship]}${strength === undefined ? "" : String(strength)}`;
}

/** A relationship in OSCAL's word, with the strength: a sign such as "=" would begin a formula. */
function wordOf({
  relationship = "nothing follows",
  strength,
}: Pick<Chain, "strength"> & { relationship?: string | undefined }): string {
  return strength === undefined ? relationship : `${relationship} ${String(strength)}`;
}

/** The matrix as a table of relationships: a line for each control that pairs begin with, a column for each target that one leads to. */
export function matrixCsv({ rows, targets }: CrosswalkMatrix): TextOutput {
  const reached = targets.filter(({ isReached }) => isReached).map(({ requirement }) => requirement);
  const header = ["Source", "Title", ...reached.map(({ reference }) => reference)];
  return textOutput(
    csvText(
      header,
      (function* () {
        for (const { sources, cells } of rows) {
          const byTarget = new Map<string, string[]>();
          for (const cell of cells)
            byTarget.set(cell.target.id, [...(byTarget.get(cell.target.id) ?? []), wordOf(cell)]);
          yield [
            sources.map(({ reference }) => reference).join("; "),
            sources.map(({ title }) => title).join("; "),
            ...reached.map(({ id }) => byTarget.get(id)?.join("; ")),
          ];
        }
      })(),
    ),
  );
}

/** The matrix in GitHub's Markdown. */
export function matrixMarkdown({ to, routes, rows }: CrosswalkMatrix): TextOutput {
  return textOutput(
    (function* () {
      yield `## ${escapedMarkdown([...new Set(routes.map(routeWords))].join("; "))}\n\n`;
      yield* markdownTable(
        ["Source", "Title", "Targets"],
        rows.map(({ sources, cells }) => [
          sources.map(({ reference }) => escapedMarkdown(reference)).join("; "),
          sources.map(({ title }) => escapedMarkdown(title)).join("; "),
          cells.map((cell) => escapedMarkdown(cellWords(cell, to.name))).join(", "),
        ]),
      );
      yield `\n${escapedMarkdown(legend)}\n`;
    })(),
  );
}

/** The matrix for programs. */
export function matrixJson({ to, routes, rows, targets }: CrosswalkMatrix): TextOutput {
  return textOutput(
    jsonText({
      kind: "crosswalk-matrix",
      to: { framework: to.name, title: to.title },
      routes: routes.map(routeJson),
      rows: rows.map(({ sources, cells }) => ({
        sources: sources.map(requirementJson),
        targets: cells.map(({ target, relationship, strength, links }) => ({
          ...requirementJson(target),
          relationship: relationship ?? null,
          strength,
          pairs: links.map(linkJson),
        })),
      })),
      withoutPair: targets
        .filter(({ isReached }) => !isReached)
        .map(({ requirement, isGap }) => ({ ...requirementJson(requirement), gap: isGap })),
    }),
  );
}
