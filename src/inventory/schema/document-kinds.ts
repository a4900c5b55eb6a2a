import type { ValidateFunction } from "ajv";
import { problem as fileProblem } from "../../diagnostics/codes/files.js";
import { problem as schemaProblem } from "../../diagnostics/codes/schema.js";
import { problem } from "../../diagnostics/codes/workspace.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { readShippedJson } from "../../files/package.js";
import { isObject } from "../../foundation/json-value.js";
import { nearest } from "../../foundation/nearest.js";
import { checkWithoutBlanks, holdsText, withoutBlanks } from "../../source/blank.js";
import type { SourceDocument } from "../../source/document.js";
import { placeOf } from "../../source/place.js";
import { valueAt } from "../../source/pointer.js";
import { schemaDiagnostics } from "../../source/schema-problems.js";
import { simpleValue, wrongType } from "../../source/schema-words.js";
import * as validators from "../generated/descriptor-validator.js";

/** Documents that describe a subject of assessment. */
export type DescriptorKind = "system" | "organization";
/** Documents that hold records about subjects. */
export type RecordsKind = "evidence" | "decisions";

export const descriptorKinds: readonly DescriptorKind[] = ["system", "organization"];
export const recordsKinds: readonly RecordsKind[] = ["evidence", "decisions"];

const validatorOf: Readonly<Record<DescriptorKind | RecordsKind, ValidateFunction>> = {
  system: validators.system,
  organization: validators.organization,
  evidence: validators.evidence,
  decisions: validators.decisions,
};

/** The schema as people write it, read when the first document needs an explanation. */
let schema: unknown;

/** A document that is valid, one that stands in the wrong place, or what is wrong with it. */
type Validated<Kind> =
  | { readonly kind: Kind; readonly value: unknown }
  | { readonly misplaced: Misplaced }
  | { readonly problems: readonly Diagnostic[] };

/** A document of a kind that belongs elsewhere. */
export interface Misplaced {
  readonly kind: DescriptorKind | RecordsKind;
  readonly source: SourceDocument;
}

/** Validates a document of one of the kinds; blanks are left out of its value. */
export function validate<Kind extends DescriptorKind | RecordsKind>(
  document: SourceDocument,
  wanted: readonly Kind[],
): Validated<Kind> {
  const whole = withoutBlanks(document.value);
  const kind = kindOf(whole);
  if (!isObject(whole)) return { problems: [notAnObject(whole, document)] };
  if (!isKind(kind)) return { problems: [unknownKind(kind, wanted, whole, document)] };
  const found = wanted.find((each) => each === kind);
  if (found === undefined) return { misplaced: { kind, source: document } };
  const { value, errors } = checkWithoutBlanks(validatorOf[kind], document.value);
  if (errors.length === 0) return { kind: found, value };
  schema ??= readShippedJson("schemas", "descriptor.schema.json");
  return { problems: schemaDiagnostics(errors, document, { schema, entry: `/$defs/${kind}` }) };
}

/**
 * Whether the value at a pointer of a document of descriptors or records could be a text as well: not where one of a list, a date or a
 * number stands.
 */
export function descriptorHolds({ value }: SourceDocument, pointer: string, text: string): boolean {
  const [, entry = "", inside = ""] = Array.isArray(value) ? (/^(\/\d+)(.*)$/s.exec(pointer) ?? []) : ["", "", pointer];
  const whole = valueAt(value, entry);
  const kind = kindOf(whole);
  return isKind(kind) && holdsText(validatorOf[kind], whole, inside, text);
}

function kindOf(value: unknown): unknown {
  return isObject(value) && Object.hasOwn(value, "kind") ? value["kind"] : undefined;
}

function isKind(kind: unknown): kind is DescriptorKind | RecordsKind {
  return typeof kind === "string" && Object.hasOwn(validatorOf, kind);
}

function notAnObject(value: unknown, document: SourceDocument): Diagnostic {
  if (Array.isArray(value) && value.length === 0) return fileProblem("empty-file", placeOf(document, ""), "list");
  return schemaProblem("wrong-type", placeOf(document, ""), {
    ...wrongType("the descriptor", value, "object"),
    ...simpleValue(value),
  });
}

function unknownKind(
  kind: unknown,
  known: readonly (DescriptorKind | RecordsKind)[],
  value: Readonly<Record<string, unknown>>,
  document: SourceDocument,
): Diagnostic {
  const guess = typeof kind === "string" ? nearest(kind, known) : undefined;
  const lists = Object.keys(value).filter((key) => isListOfObjects(value[key]));
  const isDescriptor = known.includes("system");
  return problem("unknown-kind", placeOf(document, kind === undefined ? "" : "/kind"), {
    kind,
    known,
    guess,
    // An export often wraps its list into an object; in anything that looks like a descriptor, a list is one of its properties.
    list: isDescriptor && kind === undefined && value["id"] === undefined && lists.length === 1 ? lists[0] : undefined,
  });
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}
