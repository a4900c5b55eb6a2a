import pico from "picocolors";
import { printable } from "../../foundation/printable.js";
import { plural } from "../../foundation/words.js";
import { ruleLine } from "../explanation/control.js";
import { evidenceLines } from "../explanation/evidence.js";
import { textOutput, type TextOutput } from "../output.js";
import { textTable } from "../table.js";
import { nameWithId, rowsOf, type CatalogContents, type CatalogListing, type CatalogSummary } from "./listing.js";
import { roleRows, shownControl, valueWords, type CatalogControls, type ShownControl } from "./shown-control.js";

/** For people: catalogs as a table, or the groups and controls of one as a tree. */
export function catalogListText(listing: CatalogListing): TextOutput {
  const lines = "catalogs" in listing ? summaryLines(listing.catalogs) : contentsLines(listing);
  return textOutput(lines.map((line) => `${printable(line)}\n`));
}

/** For people: what a catalog says of controls, one after the other. */
export function catalogShowText(
  { controls, nameOf }: CatalogControls,
  { color }: { readonly color: boolean },
): TextOutput {
  const paint = pico.createColors(color).bold;
  const pages = controls.map((each) => pageOf(shownControl(each, nameOf), paint));
  return textOutput(pages.flatMap((lines, index) => [...(index === 0 ? [] : ["\n"]), ...lines]));
}

function summaryLines(catalogs: readonly CatalogSummary[]): string[] {
  const columns = [
    { title: "CATALOG" },
    { title: "FRAMEWORK" },
    { title: "GROUPS", align: "right" as const },
    { title: "CONTROLS", align: "right" as const },
    { title: "VERSION" },
    { title: "TITLE" },
  ];
  const rows = catalogs.map(({ catalog, framework = "", groups, controls, version, title }) => [
    ...[catalog, framework, String(groups), String(controls), version, title],
  ]);
  return textTable(columns, rows);
}

function contentsLines({ catalog, title, groups, controls, contents }: CatalogContents): string[] {
  return [
    `${catalog}  ${title}`,
    `${plural(controls, "control")} in ${plural(groups, "group")}`,
    "",
    ...[...rowsOf(contents)].map(({ depth, group, control }) => {
      const name = group === undefined ? nameWithId(control?.control, control?.id) : nameWithId(group.label, group.id);
      return `${"  ".repeat(depth)}${`${name}  ${(group ?? control)?.title ?? ""}`.trimStart()}`;
    }),
  ];
}

function pageOf(shown: ShownControl, paint: (text: string) => string): string[] {
  const { catalog, control, id, title, statement, guidance, overlay = {}, parameters, related, rules } = shown;
  const from = (path: string | undefined): string => (path === undefined ? "" : `, from the overlay ${path}`);
  const [evidence, roles] = [evidenceLines({ ...shown, ownerRoles: [] }), roleRows(shown)];
  const sections: (readonly string[])[] = [
    statement === "" ? [] : [`Statement${from(overlay.statement)}:`, ...indented(statement)],
    guidance === "" ? [] : [`Guidance${from(overlay.guidance)}:`, ...indented(guidance)],
    parameters.length === 0
      ? []
      : [
          "Parameters:",
          ...parameters.map((each) => `  ${each.id} = ${valueWords(each)}  ${each.label ?? ""}`.trimEnd()),
        ],
    evidence,
    roles.map(([heading, values]) => `${`${heading}:`.padEnd(21)}${values}`),
    related.length === 0
      ? []
      : ["Related controls:", ...related.map((each) => `  ${each.control}  ${each.title ?? ""}`.trimEnd())],
    rules.length === 0 ? ["Rules: none speaks for it."] : ["Rules:", ...rules.map((each) => `  ${ruleLine(each)}`)],
  ];
  return [
    `${paint(printable(`${nameWithId(control, id)}  ${title}`))}\n`,
    `${printable(`Catalog: ${catalog}`)}\n`,
    ...sections.flatMap((lines) => (lines.length === 0 ? [] : ["\n", ...lines.map((line) => `${printable(line)}\n`)])),
  ];
}

function indented(text: string): string[] {
  return text
    .trim()
    .split("\n")
    .map((line) => `  ${line}`.trimEnd());
}
