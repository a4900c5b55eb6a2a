import { posix } from "node:path";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { Day } from "../foundation/day.js";
import { defined } from "../foundation/defined.js";
import { byCodeUnit } from "../foundation/order.js";
import type { EvidenceRecord } from "../inventory/descriptor.js";
import type { EvidenceFileState, OrganizationSubject, Subject } from "../inventory/descriptors.js";
import type { ControlReference } from "../policy/rule.js";
import { recordAssurance, recordFaults } from "./assess/assurance.js";
import type { Assurance, EvidenceReference, Verdict } from "./verdict.js";

export type { EvidenceFileState } from "../inventory/descriptors.js";

/** An evidence record of a subject as the assessment found it. */
export interface EvidenceEntry extends EvidenceReference {
  /** Path in the workspace, with "/", of the file that it stands in: the descriptor's or one of records. */
  readonly file: string;
  /** Place of the record in it: JSON pointer into its document, and line of the file. */
  readonly pointer: string;
  readonly line: number;
  readonly kind?: NonNullable<EvidenceRecord["kind"]>;
  readonly title?: string;
  /** Path of the record's file in the workspace, with "/"; left out where the record names none, or one that lies outside. */
  readonly path?: string;
  readonly uri?: string;
  /** The digest that the record names. */
  readonly sha256?: string;
  /** The record's file compared with that digest. Left out where the record names no file. */
  readonly fileState?: EvidenceFileState;
  readonly state?: NonNullable<EvidenceRecord["state"]>;
  readonly collector?: NonNullable<EvidenceRecord["collector"]>;
  readonly owner?: string;
  readonly reviewer?: string;
  readonly collectedOn?: string;
  readonly effectiveFrom?: string;
  readonly validUntil?: string;
  /** Id of the record of the same subject that it replaces. */
  readonly supersedes?: string;
  /** How well it supports, on the day of the assessment, what refers to it. */
  readonly supports: Assurance;
  /** Controls that it speaks for: those that the record names, and those of the rules whose findings rest on it; sorted. */
  readonly controls: readonly ControlReference[];
}

/** Collects the evidence records of the subjects, and the controls that rest on each. */
export class EvidenceLedger {
  readonly #asOf: Day;
  readonly #nameOf: (file: SourceFile) => string;
  readonly #organization: OrganizationSubject | undefined;
  /** Controls that rest on the organization's records, by the record's id: systems rest on them too. */
  readonly #ofOrganization = new Map<string, Set<ControlReference>>();

  /** @param nameOf path in the workspace, with "/", of a descriptor's file */
  constructor(asOf: Day, organization: OrganizationSubject | undefined, nameOf: (file: SourceFile) => string) {
    this.#asOf = asOf;
    this.#organization = organization;
    this.#nameOf = nameOf;
  }

  /** Takes note of a subject with its verdicts. @returns the records of a system; those of the organization come last, by `finish` */
  add(subject: Subject, verdicts: readonly Verdict[]): readonly EvidenceEntry[] {
    const own = new Map<string, Set<ControlReference>>();
    const { id: organization } = this.#organization?.descriptor ?? {};
    for (const { controls, findings } of verdicts) {
      for (const { evidence } of findings) {
        for (const { descriptor, id } of evidence ?? []) {
          const resting = descriptor === organization ? this.#ofOrganization : own;
          const known = resting.get(id) ?? new Set();
          for (const control of controls) known.add(control);
          resting.set(id, known);
        }
      }
    }
    return subject.kind === "organization" ? [] : this.#entries(subject, own);
  }

  /** The records of the organization. */
  finish(): readonly EvidenceEntry[] {
    return this.#organization === undefined ? [] : this.#entries(this.#organization, this.#ofOrganization);
  }

  #entries(subject: Subject, resting: ReadonlyMap<string, ReadonlySet<ControlReference>>): EvidenceEntry[] {
    const entries = new Map<string, EvidenceEntry>();
    for (const each of subject.evidence) {
      const { record, document, pointer, fileState } = each;
      // An id that occurs twice is reported as a fault; what refers to it means the first.
      if (entries.has(record.id)) continue;
      const file = this.#nameOf(document.file);
      const { id, kind, title, uri, sha256, state, collector, owner, reviewer, supersedes } = record;
      const { collectedOn, effectiveFrom, validUntil } = record;
      const controls = new Set([...(record.controls ?? []), ...(resting.get(id) ?? [])]);
      entries.set(id, {
        ...{ descriptor: subject.descriptor.id, id, file, pointer, line: document.locate(pointer).line },
        ...defined({ kind, title, path: pathInWorkspace(file, record.path), uri, sha256 }),
        ...defined({ fileState, state, collector, owner, reviewer }),
        ...defined({ collectedOn, effectiveFrom, validUntil, supersedes }),
        supports: recordAssurance(each, subject.evidence, this.#asOf),
        controls: [...controls].sort(byCodeUnit),
      });
    }
    return [...entries.values()];
  }
}

/** Why records of a subject support nothing on a day, by their ids; those that count are left out. */
export function evidenceFaults(subject: Subject, asOf: Day): ReadonlyMap<string, string> {
  const { evidence } = subject;
  const records = evidence.map((each) => [each.record.id, each] as const).reverse();
  // Of two with one id the first counts, as everywhere.
  return new Map(
    [...new Map(records)].flatMap(([id, each]) => {
      const faults = recordFaults(each, evidence, asOf);
      return faults.length === 0 ? [] : [[id, faults.join(", and ")] as const];
    }),
  );
}

/** The path of a record, which starts from the folder of the file that the record stands in. */
function pathInWorkspace(recordFile: string, path: string | undefined): string | undefined {
  if (path === undefined || posix.isAbsolute(path)) return undefined;
  const joined = posix.join(posix.dirname(recordFile), path);
  return joined.startsWith("../") || joined === ".." ? undefined : joined;
}
