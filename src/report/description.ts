import pico from "picocolors";
import { printable } from "../foundation/printable.js";
import type { DocumentDescription, ImportDescription, KindCount } from "../oscal/describe.js";

/** Values of one kind, names of one namespace, or people that are listed; the others are counted. */
const MOST_LISTED = 8;

/** One line of the report: what it is about, and what there is to say. */
type Row = readonly [label: string, text: string];

/** Documents and their content for people at a terminal, line by line. */
export function* descriptionsText(
  described: readonly { readonly file: string; readonly description: DocumentDescription }[],
  options: { readonly color: boolean },
): Generator<string> {
  for (const [index, { file, description }] of described.entries()) {
    if (index > 0) yield "\n";
    yield* descriptionText(description, file, options);
  }
}

/** A document and its content, line by line. @param file name of the document's file */
export function* descriptionText(
  description: DocumentDescription,
  file: string,
  options: { readonly color: boolean },
): Generator<string> {
  const paint = pico.createColors(options.color);
  const { model, title } = description;
  yield `${paint.bold(printable(file))}: ${printable(model)}${title === undefined ? "" : ` ${paint.bold(`"${printable(title)}"`)}`}\n`;
  const sections: [string, Row[]][] = [
    ["", documentRows(description)],
    ["Contents", description.contents.map(kindRow)],
    ["Refers to", description.imports.flatMap(importRows)],
    ["People", peopleRows(description)],
    ["Back matter and links", linkRows(description)],
    [
      "Props",
      description.namespaces.map(({ namespace, count, names }) => [namespace, `${String(count)}: ${listed(names)}`]),
    ],
  ];
  for (const [heading, rows] of sections) {
    if (rows.length === 0) continue;
    if (heading !== "") yield `\n${paint.bold(heading)}\n`;
    const width = Math.max(...rows.map(([label]) => label.length));
    for (const [label, text] of rows) {
      const cell = printable(label).padEnd(width);
      yield `  ${paint.dim(cell)}  ${printable(text)}`.trimEnd() + "\n";
    }
  }
}

function documentRows({ uuid, version, oscalVersion, published, lastModified }: DocumentDescription): Row[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["version", version],
    ["last modified", lastModified],
    ["published", published],
    ["OSCAL", oscalVersion],
    ["uuid", uuid],
  ];
  return rows.flatMap(([label, text]): Row[] => (text === undefined ? [] : [[label, text]]));
}

function kindRow({ kind, count, by }: KindCount): Row {
  const values = by?.map((each) => `${String(each.count)} ${each.value}`) ?? [];
  return [kind, `${String(count)}${values.length === 0 ? "" : ` (${listed(values)})`}`];
}

/** A row for what is imported, and one for every further place where it can be found. */
function importRows({ kind, href, resource, targets }: ImportDescription): Row[] {
  const label = kind === "imports" ? "import" : kind.replace(/s$/, "");
  const places = targets.map(({ href: target, exists }) => `${target}${exists === false ? " (no such file)" : ""}`);
  if (!href.startsWith("#")) return [[label, places.join(", ")]];
  if (resource === undefined) return [[label, `${href} (no such resource in the back matter)`]];
  const name = resource.title === undefined ? `resource ${resource.uuid}` : `"${resource.title}"`;
  return [[label, name], ...places.map((place): Row => ["", `at ${place}`])];
}

function peopleRows({ roles, parties }: DocumentDescription): Row[] {
  const rows = roles.slice(0, MOST_LISTED).map(({ id, title, parties: those }): Row => {
    const words = title === undefined || title === id ? "" : `"${title}"`;
    return [`role ${id}`, [words, those.join(", ")].filter((each) => each !== "").join(": ")];
  });
  if (roles.length > MOST_LISTED) rows.push(["", `and ${String(roles.length - MOST_LISTED)} more roles`]);
  if (parties.length > 0) rows.push(["parties", listed(parties.map(({ uuid, name }) => name ?? uuid))]);
  return rows;
}

function linkRows({ resources, links }: DocumentDescription): Row[] {
  const rows: Row[] = [];
  if (resources.count > 0) {
    const words = [
      [resources.linked, "with links"],
      [resources.embedded, "with their content"],
      [resources.unused, "that nothing refers to"],
    ] as const;
    rows.push(["resources", counted(resources.count, words)]);
  }
  const { internal, relative, absolute } = links;
  const total = internal + relative + absolute;
  const words = [
    [internal, "inside"],
    [relative, "to files"],
    [absolute, "to the web"],
  ] as const;
  if (total > 0) rows.push(["links", counted(total, words)]);
  return rows;
}

function counted(total: number, words: readonly (readonly [number, string])[]): string {
  const parts = words.filter(([count]) => count > 0).map(([count, word]) => `${String(count)} ${word}`);
  return parts.length === 0 ? String(total) : `${String(total)} (${parts.join(", ")})`;
}

function listed(values: readonly string[]): string {
  const more = values.length - MOST_LISTED;
  return more > 1 ? `${values.slice(0, MOST_LISTED).join(", ")} and ${String(more)} more` : values.join(", ");
}
