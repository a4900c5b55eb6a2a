import type { ValidateFunction } from "ajv";
import { problem as fileProblem } from "../diagnostics/codes/files.js";
import { problem as schemaProblem } from "../diagnostics/codes/schema.js";
import { problem } from "../diagnostics/codes/workspace.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { Day } from "../foundation/day.js";
import { nearest } from "../foundation/nearest.js";
import { isObject } from "../foundation/json-value.js";
import { entriesOf, type SourceDocument } from "../source/document.js";
import { placeOf } from "../source/place.js";
import { valueAt } from "../source/pointer.js";
import { readShippedJson } from "../files/package.js";
import { schemaDiagnostics } from "../source/schema-problems.js";
import { simpleValue, wrongType } from "../source/schema-words.js";
import { checkWithoutBlanks, holdsText, withoutBlanks } from "../source/blank.js";
import type { Organization, System } from "./generated/descriptor.js";
import * as validators from "./generated/descriptor-validator.js";
import { checkDates } from "./dates/check-dates.js";
import {
  checkEvidence,
  type ControlLook,
  type EvidenceFileState,
  type EvidenceLook,
} from "./evidence/check-evidence.js";

export type { ControlLook, EvidenceFile, EvidenceFileState, EvidenceLook } from "./evidence/check-evidence.js";

/** The subject of an assessment: the organization or one AI system, with the document that describes it. */
export type Subject = SystemSubject | OrganizationSubject;

interface SubjectBase {
  /** The descriptor's document; positions of findings come from here. */
  readonly source: SourceDocument;
  /** The state of the files behind evidence records, by the record's id; records without a file are not listed. */
  readonly evidenceFiles: ReadonlyMap<string, EvidenceFileState>;
}

export interface SystemSubject extends SubjectBase {
  readonly kind: "system";
  readonly descriptor: System;
}

export interface OrganizationSubject extends SubjectBase {
  readonly kind: "organization";
  readonly descriptor: Organization;
}

/** One step of reading: a subject when its document is valid, and the diagnostics about the document. */
export interface DescriptorResult {
  readonly subject?: Subject;
  readonly diagnostics: readonly Diagnostic[];
}

const kinds: Readonly<Record<Subject["kind"], ValidateFunction>> = {
  system: validators.system,
  organization: validators.organization,
};

/** The schema as people write it, read when the first document needs an explanation. */
let schema: unknown;

/** Ids that are taken, each with the place of its first use. */
export type UsedIds = Map<string, { readonly file: SourceFile; readonly line: number }>;

/** What is known beside a descriptor; what is left out is not checked. */
export interface KnownBeside {
  /** Day of the assessment: dates of something past must not lie behind it. */
  readonly asOf?: Day;
  /** Looks a control up in the catalogs. */
  readonly controls?: ControlLook;
}

/**
 * The documents of descriptors in a document: the entries of a list, as databases export them, or else the document itself. An empty
 * list is left as it is, and will be reported.
 */
export function descriptorDocuments(document: SourceDocument): Iterable<SourceDocument> {
  const { value } = document;
  return Array.isArray(value) && value.length > 0 ? entriesOf(document) : [document];
}

/**
 * Validates one document as a descriptor.
 * @param used ids that are taken; that of the descriptor is added: ids are unique over all descriptors of a workspace
 * @param look looks at the files behind evidence records
 */
export async function readDescriptor(
  document: SourceDocument,
  used: UsedIds,
  look: EvidenceLook,
  { asOf, controls }: KnownBeside = {},
): Promise<DescriptorResult> {
  const { kind, problems, value } = validate(document);
  if (kind === undefined || problems.length > 0) return { diagnostics: problems };
  const descriptor = value as System | Organization;
  const first = used.get(descriptor.id);
  if (first !== undefined) {
    return { diagnostics: [problem("duplicate-id", placeOf(document, "/id"), { id: descriptor.id, first })] };
  }
  used.set(descriptor.id, { file: document.file, line: document.line });
  const evidence = await checkEvidence(descriptor, document, look, controls);
  return {
    subject: { kind, descriptor, source: document, evidenceFiles: evidence.files } as Subject,
    diagnostics: [...evidence.diagnostics, ...checkDates(descriptor, document, asOf)],
  };
}

function validate(document: SourceDocument): { kind?: Subject["kind"]; problems: Diagnostic[]; value: unknown } {
  const value = withoutBlanks(document.value);
  const kind = kindOf(value);
  if (!isObject(value)) return { problems: [notAnObject(value, document)], value };
  if (typeof kind !== "string" || !Object.hasOwn(kinds, kind)) {
    return { problems: [unknownKind(kind, value, document)], value };
  }
  const { errors } = checkWithoutBlanks(kinds[kind as Subject["kind"]], document.value);
  if (errors.length === 0) return { kind: kind as Subject["kind"], problems: [], value };
  schema ??= readShippedJson("schemas", "descriptor.schema.json");
  return {
    kind: kind as Subject["kind"],
    problems: schemaDiagnostics(errors, document, { schema, entry: `/$defs/${kind}` }),
    value,
  };
}

/**
 * Whether the value at a pointer of a document of descriptors could be a text as well: not where one of a list, a date or a number stands.
 */
export function descriptorHolds({ value }: SourceDocument, pointer: string, text: string): boolean {
  const [, entry = "", inside = ""] = Array.isArray(value) ? (/^(\/\d+)(.*)$/s.exec(pointer) ?? []) : ["", "", pointer];
  const whole = valueAt(value, entry);
  const kind = kindOf(whole);
  if (typeof kind !== "string" || !Object.hasOwn(kinds, kind)) return false;
  return holdsText(kinds[kind as Subject["kind"]], whole, inside, text);
}

function kindOf(value: unknown): unknown {
  return isObject(value) && Object.hasOwn(value, "kind") ? value["kind"] : undefined;
}

function notAnObject(value: unknown, document: SourceDocument): Diagnostic {
  if (Array.isArray(value) && value.length === 0) return fileProblem("empty-file", placeOf(document, ""), "list");
  return schemaProblem("wrong-type", placeOf(document, ""), {
    ...wrongType("the descriptor", value, "object"),
    ...simpleValue(value),
  });
}

function unknownKind(kind: unknown, value: Readonly<Record<string, unknown>>, document: SourceDocument): Diagnostic {
  const known = Object.keys(kinds);
  const guess = typeof kind === "string" ? nearest(kind, known) : undefined;
  const lists = Object.keys(value).filter((key) => isListOfObjects(value[key]));
  return problem("unknown-kind", placeOf(document, kind === undefined ? "" : "/kind"), {
    kind,
    known,
    guess,
    // An export often wraps its list into an object; in anything that looks like a descriptor, a list is one of its properties.
    list: kind === undefined && value["id"] === undefined && lists.length === 1 ? lists[0] : undefined,
  });
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}
