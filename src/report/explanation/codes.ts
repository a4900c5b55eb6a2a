import type { CodeArea, CodeDoc } from "../../diagnostics/codes.js";
import type { ConstraintDeclaration } from "../../oscal/constraint-declaration.js";

/** For people: the codes of every area with their titles. */
export function codesText(areas: readonly CodeArea[]): string {
  const width = Math.max(...areas.flatMap(({ codes }) => Object.keys(codes).map((code) => code.length)));
  const blocks = areas.map(({ title, codes }) => {
    const lines = Object.entries(codes).map((entry) => `  ${entry[0].padEnd(width)}  ${entry[1].title}\n`);
    return `${title}\n${lines.join("")}`;
  });
  return blocks.join("\n");
}

/**
 * For people: what a code means and how to correct it.
 * @param severity that of a reference rule, which can be switched off; undefined for other codes
 */
export function codeText(
  code: string,
  { title, meaning, fix, example }: CodeDoc,
  severity: string | undefined,
): string {
  const lines = [`${code}: ${title}`, "", meaning, "", `Fix: ${fix}`];
  if (example !== undefined) lines.push("", "Example:", ...example.split("\n").map((line) => `    ${line}`));
  if (severity !== undefined) {
    lines.push("", `A reference rule (${severity}); aims oscal validate --disable ${code} does not ask it.`);
  }
  return `${lines.join("\n")}\n`;
}

/** Each kind of constraint in a few words. */
const kinds: Readonly<Record<ConstraintDeclaration["kind"], string>> = {
  "allowed-values": "the value is one of a list",
  expect: "a condition is true",
  "has-cardinality": "there are as many as it says",
  index: "the key is there once only",
  "index-has-key": "the key is in the index",
  "is-unique": "no two have the same key",
  matches: "the value has a form",
};

/** For people: every place where OSCAL's metaschema declares the constraint, and what it asks for. */
export function constraintText(id: string, declarations: readonly ConstraintDeclaration[]): string {
  return `${[id, ...declarations.map(declarationText)].join("\n\n")}\n`;
}

function declarationText(declaration: ConstraintDeclaration): string {
  const { kind, level, on, target, values, deprecated, allowOther, test, index, key, regex, datatype, min, max } =
    declaration;
  const rows: [name: string, value: string | number | undefined][] = [
    ["Kind", `${kind}: ${kinds[kind]}`],
    ["Level", level],
    ["Declared on", on],
    ["Target", target],
    ["Condition", test],
    ["Index", index],
    [
      "Key",
      key
        ?.map((each) => (each.pattern === undefined ? each.target : `${each.target} matching ${each.pattern}`))
        .join(", "),
    ],
    ["Pattern", regex],
    ["Datatype", datatype],
    ["At least", min],
    ["At most", max],
    ["Allowed", values && `${values.join(", ")}${allowOther === true ? " (and others)" : ""}`],
    ["Deprecated", deprecated?.join(", ")],
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 1;
  return rows
    .flatMap(([name, value]) => (value === undefined ? [] : [`${`${name}:`.padEnd(width)} ${String(value)}`]))
    .join("\n");
}
