import { printable } from "../../foundation/printable.js";
import type { ProvenanceAction } from "../../oscal/resolve.js";
import type { FileName, SourceFile } from "../../diagnostics/source-file.js";
import type { Origin, OriginStep } from "../../oscal/origins.js";

/** An origin as it is printed. */
export interface NamedOrigin extends Omit<Origin, "steps" | "parameters"> {
  readonly steps: readonly NamedStep[];
  readonly parameters?: readonly NamedOrigin[];
}

interface NamedStep extends Omit<OriginStep, "file"> {
  readonly file: FileName;
}

const words: Readonly<Record<ProvenanceAction, string>> = {
  defined: "defined in",
  imported: "imported by",
  set: "set by",
  overridden: "overridden by",
  added: "added by",
  removed: "removed by",
  excluded: "excluded by",
  "not-added": "not added by",
};

const width = Math.max(...Object.values(words).map((each) => each.length));

/** An origin whose steps name their files. */
export function namedOrigin(origin: Origin, nameOf: (file: SourceFile) => FileName): NamedOrigin {
  const { steps, parameters, ...more } = origin;
  return {
    ...more,
    steps: steps.map((step) => ({ ...step, file: nameOf(step.file) })),
    ...(parameters === undefined ? {} : { parameters: parameters.map((each) => namedOrigin(each, nameOf)) }),
  };
}

/** For people: what it is, and below it a line for each step with its place, the oldest first. */
export function originsText(origins: readonly NamedOrigin[]): string {
  return origins.map((origin) => `${blockOf(origin, "").join("\n")}\n`).join("\n");
}

function blockOf(origin: NamedOrigin, indent: string): string[] {
  const { id, pointer, title, values, steps, parameters = [] } = origin;
  const value = values === undefined ? "" : ` = ${values.join(", ")}`;
  const missing = `  (not in the resolved catalog${reasonOf(origin)})`;
  const where = pointer === undefined ? missing : "";
  const head = `${indent}${id}${value}${title === undefined ? "" : `  ${title}`}${where}`;
  return [
    printable(head),
    ...steps.map((step) => `${indent}  ${printable(lineOf(step))}`),
    ...parameters.flatMap((parameter) => blockOf(parameter, `${indent}  `)),
  ];
}

/** Why an object that is only defined is not there; for one that was taken out, the steps tell. */
function reasonOf({ unselected, unkept }: NamedOrigin): string {
  if (unselected === true) return ": nobody selects it";
  return unkept === true
    ? ": of an import's metadata only roles and parties that say keep come along, with what these parties name"
    : "";
}

function lineOf({ action, file, line, column, property, item }: NamedStep): string {
  const about = item ?? property;
  const place = `${file}:${String(line)}:${String(column)}`;
  return `${words[action].padEnd(width)}  ${place}${about === undefined ? "" : `  (${about})`}`;
}
