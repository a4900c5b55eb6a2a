import type { OrganizationSubject, Subject, SubjectRecord } from "../../inventory/descriptors.js";
import type { SourceDocument } from "../../source/document.js";
import { arrayIndex, formatPointer, parsePointer } from "../../source/pointer.js";

/** Where a value of a rule's input stands: in the descriptor of a subject, or in a file of records about it. */
export interface DescriptorPlace {
  /** The subject that the value is recorded about. */
  readonly owner: Subject;
  readonly document: SourceDocument;
  /** JSON pointer (RFC 6901) into the document. */
  readonly pointer: string;
  /** The descriptor, evidence record or decision that holds the value, without blanks. */
  readonly holder: object;
  /** The unescaped names on the way from the holder to the value. */
  readonly inside: readonly string[];
  /** The evidence record, where the value stands in one. */
  readonly record?: SubjectRecord;
}

/**
 * Finds where a pointer into the rule's input leads: `/system/...` and `/evidence/...` to the subject's descriptor and its records,
 * `/organization/...` to the organization's, `/decisions/...` to its decisions. A value that stands in no document (`/asOf`) is shown at
 * the subject's beginning; so is one of the summaries of systems, which SummaryPlaces knows.
 */
export function descriptorPlace(
  inputPointer: string,
  subject: Subject,
  organization: OrganizationSubject | undefined,
): DescriptorPlace {
  // Its first segment is a name of the input, which needs no escape.
  const end = inputPointer.indexOf("/", 1);
  const part = inputPointer.slice(1, end < 0 ? undefined : end);
  const rest = end < 0 ? "" : inputPointer.slice(end);
  if (part === subject.kind) return placeIn(subject, rest);
  if (part === "evidence") return placeIn(subject, inputPointer);
  if (part === "decisions" && subject.kind === "organization") return decisionPlace(subject, rest);
  if (part === "organization" && organization) return placeIn(organization, rest);
  return placeIn(subject, "");
}

/** @param pointer into the descriptor, whose list of evidence goes on with the records of record files */
function placeIn(owner: Subject, pointer: string): DescriptorPlace {
  const inside = parsePointer(pointer);
  const [list, index, ...names] = inside;
  const record = list === "evidence" ? elementAt(owner.evidence, index) : undefined;
  if (record === undefined) return { owner, document: owner.source, pointer, holder: owner.descriptor, inside };
  const { document } = record;
  return {
    ...{ owner, document, pointer: record.pointer + formatPointer(names) },
    ...{ holder: record.record, inside: names, record },
  };
}

/** @param pointer into the decisions */
function decisionPlace(owner: OrganizationSubject, pointer: string): DescriptorPlace {
  const [index, ...inside] = parsePointer(pointer);
  const found = elementAt(owner.decisions, index);
  if (found === undefined) return placeIn(owner, "");
  const { document, decision } = found;
  return { owner, document, pointer: found.pointer + formatPointer(inside), holder: decision, inside };
}

function elementAt<Element>(list: readonly Element[], segment: string | undefined): Element | undefined {
  const index = segment === undefined ? undefined : arrayIndex(segment);
  return index === undefined ? undefined : list[index];
}
