import type { EntryRule } from "../rules/entry-modules.js";
import { ruleSubjects, type RuleSubject } from "../rule.js";
import { outcomesOf } from "./rule-evaluator.js";
import type { SubjectAnswer, SubjectOutcomes } from "./rule-evaluator.js";
import type { RuleOutcome } from "./rule-output.js";

/** Subjects for which a rule may fail to finish before it is given up on. */
const CHANCES = 3;

/** One input on its way through the pool. */
export interface EvaluationTask {
  /** Position among all inputs of the pool's life. */
  readonly order: number;
  readonly subject: RuleSubject;
  readonly input: Uint8Array;
  /** Whether the rules are asked one by one. */
  oneByOne: boolean;
  /** Rules that did not finish for this input, with the reason. */
  readonly unfinished: Map<string, string>;
  answer?: SubjectAnswer;
}

/**
 * Keeps account of rules that do not finish. The report for a subject depends on the subjects before it in the order
 * of the inputs only, never on which worker was faster: a rule is given up on after the third subject, in that order, for
 * which it did not finish, even where a later subject had been evaluated in the meantime.
 */
export class EvaluationLedger {
  readonly #rules: ReadonlyMap<RuleSubject, readonly EntryRule[]>;
  /** Orders of the inputs for which a rule did not finish, as far as known by now. */
  readonly #unfinished = new Map<string, number[]>();
  readonly #givenUp = new Map<string, string>();
  readonly #settledUnfinished = new Map<string, number>();

  constructor(rules: readonly EntryRule[]) {
    this.#rules = new Map(ruleSubjects.map((subject) => [subject, rules.filter((rule) => rule.subject === subject)]));
  }

  rulesFor(subject: RuleSubject): readonly EntryRule[] {
    return this.#rules.get(subject) ?? [];
  }

  recordUnfinished(task: EvaluationTask, rule: string, reason: string): void {
    task.unfinished.set(rule, reason);
    this.#unfinished.set(rule, [...(this.#unfinished.get(rule) ?? []), task.order]);
  }

  /** Ids of the rules to ask one by one for a task; undefined: all at once. */
  rulesToAsk(task: EvaluationTask): readonly string[] | undefined {
    const rules = this.rulesFor(task.subject);
    // A rule that did not finish for one subject probably will not for the next: asking all at once would only lose time.
    if (!task.oneByOne && !rules.some(({ id }) => this.#unfinished.has(id))) return undefined;
    return rules
      .map(({ id }) => id)
      .filter((id) => {
        const before = this.#unfinished.get(id)?.filter((order) => order < task.order) ?? [];
        return !task.unfinished.has(id) && before.length < CHANCES;
      });
  }

  /** The outcomes of a task that has its answer. To be called in the order of the tasks. */
  settle(task: EvaluationTask): SubjectOutcomes {
    const rules = this.rulesFor(task.subject);
    const answered = outcomesOf(rules, task.answer ?? { each: [] });
    const outcomes = new Map<string, RuleOutcome>();
    for (const { id } of rules) {
      const reason = task.unfinished.get(id);
      const givenUp = this.#givenUp.get(id);
      if (givenUp !== undefined) {
        outcomes.set(id, { error: givenUp });
      } else if (reason !== undefined) {
        outcomes.set(id, { error: reason });
        const times = (this.#settledUnfinished.get(id) ?? 0) + 1;
        this.#settledUnfinished.set(id, times);
        if (times === CHANCES) {
          this.#givenUp.set(id, `given up after ${String(CHANCES)} subjects for which it ${reason}`);
        }
      } else {
        outcomes.set(id, answered.get(id) ?? { error: "the rule was not evaluated" });
      }
    }
    return outcomes;
  }
}
