import type { ErrorObject, ValidateFunction } from "ajv";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import { placeOf } from "../source/place.js";
import type { SourceDocument } from "../source/document.js";
import type { SourceFile } from "../files/files.js";
import { readPackageJson } from "../files/package.js";
import { readDocuments } from "../source/read.js";
import { schemaDiagnostics } from "../source/schema-problems.js";
import { withoutBlanks } from "../source/blank.js";
import type { Organization, System } from "./generated/descriptor.js";
import * as validators from "./generated/descriptor-validator.js";
import { checkEvidence, type EvidenceFileState } from "./evidence/check-evidence.js";

/** What is assessed: the organization or one AI system, with the document that describes it. */
export type Subject = SystemSubject | OrganizationSubject;

interface SubjectBase {
  /** The descriptor's document; positions of findings come from here. */
  readonly source: SourceDocument;
  /** What became of the files behind evidence records, by the record's id; records without a file are not listed. */
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

/** One step of reading: a subject when its document is valid, and what is to be said about the document. */
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

/**
 * Reads and validates the descriptors of the files, one at a time and in the order of the files.
 * A bad document is reported and does not hide the others; ids have to be unique over all files.
 * @param root absolute path of the workspace: evidence files have to lie inside
 * @param firstUses ids that are taken, with their places; ids that are read are added
 */
export async function* readDescriptors(
  files: Iterable<SourceFile>,
  root: string,
  firstUses: Map<string, string> = new Map<string, string>(),
): AsyncGenerator<DescriptorResult> {
  for (const file of files) {
    for await (const { document, diagnostics } of readDocuments(file)) {
      if (!document) {
        yield { diagnostics };
        continue;
      }
      const { kind, problems, value } = validate(document);
      if (kind === undefined || problems.length > 0) {
        yield { diagnostics: problems };
        continue;
      }
      const descriptor = value as System | Organization;
      const duplicate = duplicateId(descriptor.id, document, firstUses);
      if (duplicate) {
        yield { diagnostics: [duplicate] };
        continue;
      }
      const evidence = await checkEvidence(descriptor, document, file, root);
      yield {
        subject: { kind, descriptor, source: document, evidenceFiles: evidence.files } as Subject,
        diagnostics: evidence.diagnostics,
      };
    }
  }
}

function validate(document: SourceDocument): { kind?: Subject["kind"]; problems: Diagnostic[]; value: unknown } {
  const value = withoutBlanks(document.value);
  const kind = kindOf(value);
  if (typeof kind !== "string" || !Object.hasOwn(kinds, kind)) {
    return { problems: [unknownKind(kind, document)], value };
  }
  const validator = kinds[kind as Subject["kind"]];
  if (validator(value)) return { kind: kind as Subject["kind"], problems: [], value };
  schema ??= readPackageJson("schemas", "descriptor.schema.json");
  const errors: ErrorObject[] = validator.errors ?? [];
  return {
    kind: kind as Subject["kind"],
    problems: schemaDiagnostics(errors, document, { schema, entry: `/$defs/${kind}` }),
    value,
  };
}

function kindOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "kind")
    ? (value as Record<string, unknown>)["kind"]
    : undefined;
}

function unknownKind(kind: unknown, document: SourceDocument): Diagnostic {
  const known = Object.keys(kinds);
  const guess = typeof kind === "string" ? nearest(kind, known) : undefined;
  return {
    code: "unknown-kind",
    severity: "error",
    message:
      kind === undefined
        ? 'The document does not say what it describes: "kind" is missing.'
        : `${JSON.stringify(kind)} is not a kind of descriptor.`,
    ...placeOf(document, kind === undefined ? "" : "/kind"),
    fix: guess === undefined ? `Write kind: ${known.join(" or kind: ")}.` : `Did you mean "${guess}"?`,
  };
}

function duplicateId(id: string, document: SourceDocument, firstUses: Map<string, string>): Diagnostic | undefined {
  const first = firstUses.get(id);
  if (first === undefined) {
    firstUses.set(id, `${document.file}:${String(document.line)}`);
    return undefined;
  }
  return {
    code: "duplicate-id",
    severity: "error",
    message: `The id "${id}" is used a second time; first in ${first}.`,
    ...placeOf(document, "/id"),
    fix: "Give each descriptor of the workspace an id of its own.",
  };
}
