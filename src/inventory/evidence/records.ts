import { problem } from "../../diagnostics/codes/evidence.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Day } from "../../foundation/day.js";
import { addTo } from "../../foundation/multimap.js";
import { nearest } from "../../foundation/nearest.js";
import type { SourceDocument } from "../../source/document.js";
import { placeOf } from "../../source/place.js";
import { formatPointer } from "../../source/pointer.js";
import { checkDates } from "../dates/check-dates.js";
import { recordsKinds, validate, type Misplaced } from "../schema/document-kinds.js";
import type { Decision, Decisions, Evidence, EvidenceRecord, Organization, System } from "../generated/descriptor.js";
import type { EvidenceFileState, EvidenceLook } from "./evidence-file.js";

/** Where something stands that is recorded about a subject: in its descriptor's document, or in a file of records. */
interface Recorded {
  readonly document: SourceDocument;
  /** JSON pointer into the document. */
  readonly pointer: string;
}

/** An evidence record of a subject. */
export interface SubjectRecord extends Recorded {
  readonly record: EvidenceRecord;
  /** State of the file that it names; left out where it names none. */
  readonly fileState?: EvidenceFileState;
}

/** A decision of the organization on a control. */
export interface SubjectDecision extends Recorded {
  readonly decision: Decision;
}

/** An evidence record of a record file, before anybody looked at its file. */
export interface FiledRecord extends Recorded {
  readonly record: EvidenceRecord;
  /** Looks at files from the folder of the record file. */
  readonly look: EvidenceLook;
}

/** What is wrong with a document of records; `misplaced` where it holds none. */
interface RecordsResult {
  readonly misplaced?: Misplaced;
  readonly diagnostics: readonly Diagnostic[];
}

/** The content of the record files of a workspace, in the order of the files. */
export class FiledRecords {
  readonly decisions: SubjectDecision[] = [];
  readonly #records: FiledRecord[] = [];
  /** Their positions by subject; that of the organization may be left out. */
  readonly #bySubject = new Map<string | undefined, number[]>();
  readonly #taken = new Set<string | undefined>();

  /**
   * Adds the records of a document.
   * @param look looks at files from the folder of the document's file
   * @param asOf day of the assessment, where it is known
   */
  add(document: SourceDocument, look: EvidenceLook, asOf: Day | undefined): RecordsResult {
    const validated = validate(document, recordsKinds);
    if ("problems" in validated) return { diagnostics: validated.problems };
    if ("misplaced" in validated) return { misplaced: validated.misplaced, diagnostics: [] };
    const value = validated.value as Evidence | Decisions;
    if (value.kind === "evidence") {
      for (const [index, record] of value.records.entries()) {
        addTo(this.#bySubject, record.subject, this.#records.length);
        this.#records.push({ record, document, pointer: formatPointer(["records", index]), look });
      }
    } else {
      for (const [index, decision] of value.decisions.entries()) {
        this.decisions.push({ decision, document, pointer: formatPointer(["decisions", index]) });
      }
    }
    return { diagnostics: checkDates(value, document, asOf) };
  }

  /** The records about a subject. */
  about({ kind, id }: System | Organization): readonly FiledRecord[] {
    const subjects = kind === "organization" ? [undefined, id] : [id];
    const positions = subjects.flatMap((subject) => {
      this.#taken.add(subject);
      return this.#bySubject.get(subject) ?? [];
    });
    return positions.sort((a, b) => a - b).flatMap((position) => this.#records[position] ?? []);
  }

  /** What is wrong with what is about no descriptor, after all were read. @param ids those of the descriptors */
  strays(ids: Iterable<string>): Diagnostic[] {
    const known = [...ids];
    const ofRecords = [...this.#bySubject]
      .filter(([subject]) => !this.#taken.has(subject))
      .flatMap(([subject, positions]) => positions.map((position) => ({ subject, filed: this.#records[position] })))
      .flatMap(({ subject, filed }) => {
        if (filed === undefined) return [];
        const { record, document, pointer } = filed;
        const place = placeOf(document, subject === undefined ? pointer : `${pointer}/subject`);
        const guess = subject === undefined ? undefined : nearest(subject, known);
        return [problem("unknown-subject", place, { what: "evidence", record: record.id, subject, guess })];
      });
    const [first] = this.decisions;
    if (first === undefined || this.#taken.has(undefined)) return ofRecords;
    return [...ofRecords, problem("unknown-subject", placeOf(first.document, first.pointer), { what: "decisions" })];
  }
}
