import type { Assessment } from "../../assessment/assessment.js";
import type { EvidenceEntry, EvidenceLedger } from "../../assessment/evidence.js";
import type { Verdict, VerdictState } from "../../assessment/verdict.js";
import { fileAt } from "../../files/paths.js";
import { writing, type Spool } from "../../files/writer.js";
import type { Subject } from "../../inventory/descriptors.js";
import type { RuleId } from "../../policy/rule.js";
import type { Host } from "../host.js";

/** The parts of an assessment that are read anew each time. */
type Reread = Pick<Assessment, "verdicts" | "verdictsOf" | "evidence" | "texts">;

/**
 * Makes a place for the verdicts of a run.
 * @param folder absolute path of an existing folder
 * @throws InputError where nothing can be written there
 */
export async function keptIn(folder: string, { write }: Host, ledger: EvidenceLedger): Promise<KeptVerdicts> {
  const spool = (): Promise<Spool> => writing("folder", fileAt(folder), () => write.spool(folder));
  const verdicts = await spool();
  try {
    return new KeptVerdicts(verdicts, await spool(), ledger);
  } catch (error) {
    verdicts.close();
    throw error;
  }
}

/** Verdicts and evidence records of a run, kept where memory does not grow with them but for one number a verdict. */
export class KeptVerdicts {
  readonly #verdicts: Spool;
  readonly #evidence: Spool;
  readonly #ledger: EvidenceLedger;
  readonly #positions = new Map<RuleId, Partial<Record<VerdictState, number[]>>>();

  constructor(verdicts: Spool, evidence: Spool, ledger: EvidenceLedger) {
    this.#verdicts = verdicts;
    this.#evidence = evidence;
    this.#ledger = ledger;
  }

  /** Keeps the verdicts of a subject, in the order of the subjects. */
  add(subject: Subject, verdicts: readonly Verdict[]): void {
    for (const verdict of verdicts) {
      const position = this.#verdicts.add(JSON.stringify(verdict));
      let ofRule = this.#positions.get(verdict.rule);
      if (ofRule === undefined) this.#positions.set(verdict.rule, (ofRule = {}));
      (ofRule[verdict.state] ??= []).push(position);
    }
    this.#keep(this.#ledger.add(subject, verdicts));
  }

  /** After the last subject. */
  finish(): Reread {
    this.#keep(this.#ledger.finish());
    const [verdicts, evidence, positions] = [this.#verdicts, this.#evidence, this.#positions];
    return {
      verdicts: () => parsed<Verdict>(verdicts.lines()),
      verdictsOf: (rule, state) => parsed<Verdict>(verdicts.linesAt(positions.get(rule)?.[state] ?? [])),
      evidence: () => parsed<EvidenceEntry>(evidence.lines()),
      texts: { verdicts: () => verdicts.lines(), evidence: () => evidence.lines() },
    };
  }

  #keep(entries: readonly EvidenceEntry[]): void {
    for (const entry of entries) this.#evidence.add(JSON.stringify(entry));
  }

  close(): void {
    this.#verdicts.close();
    this.#evidence.close();
  }
}

function* parsed<Value>(lines: Iterable<string>): Generator<Value> {
  for (const line of lines) yield JSON.parse(line) as Value;
}
