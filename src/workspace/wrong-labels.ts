import { frameworkOf, labelOf, referenceOf } from "../assessment/control-reference.js";
import { readShippedJson } from "../files/package.js";
import type { Control } from "../oscal/model.js";
import { catalogControls } from "../oscal/resolved-profile.js";
import {
  absentWords,
  WrongLabels,
  type KnownError,
  type Namesake,
  type WrongLabelData,
} from "../oscal/wrong-labels.js";
import { shippedCatalogs } from "./shipped.js";

let list: WrongLabels | undefined;
/** The controls of the shipped catalogs, by reference; a document may ask for thousands of titles. */
let shipped: ReadonlyMap<string, Control> | undefined;

/** What is widely said of the shipped frameworks and is wrong; the right titles are those of the shipped catalogs. */
export function wrongLabels(): WrongLabels {
  list ??= new WrongLabels(readShippedJson("catalog", "reference", "wrong-labels.json") as WrongLabelData, titleOf);
  return list;
}

/** What is widely said and wrong in a name that nothing has, and which controls of other frameworks have the label in it. */
export function knownError(name: string): KnownError | undefined {
  const error = wrongLabels().among(name);
  if (error === undefined) return undefined;
  const isBare = error.kind === "absent" && !name.includes(":");
  return { error, namesakes: isBare ? namesakesOf(error.control) : [] };
}

function namesakesOf(reference: string): Namesake[] {
  const label = reference.slice(reference.indexOf(":") + 1);
  return [...shippedControls()].flatMap(([other, control]) =>
    labelOf(control) === label ? [{ reference: other, title: control.title }] : [],
  );
}

function titleOf(reference: string): string | undefined {
  return shippedControls().get(reference)?.title;
}

function shippedControls(): ReadonlyMap<string, Control> {
  shipped ??= new Map(
    shippedCatalogs().flatMap((catalog) =>
      [...catalogControls(catalog)].map(({ control }): [string, Control] => [referenceOf(control), control]),
    ),
  );
  return shipped;
}

/** Why no control has a reference that many believe to be one, such as `iso42001:A.11`, in sentences. */
export function whyAbsent(reference: string): string | undefined {
  const framework = frameworkOf(reference);
  const absent = framework === undefined ? undefined : wrongLabels().absent(framework, reference);
  return absent && absentWords(absent);
}
