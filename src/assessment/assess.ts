import type { SourceFile } from "../diagnostics/source-file.js";
import type { Day } from "../foundation/day.js";
import { defined } from "../foundation/defined.js";
import type { OrganizationSubject, Subject, SystemSubject } from "../inventory/descriptors.js";
import type { RuleEvaluator, RuleOutcome } from "../policy/evaluator.js";
import type { Rule, RuleId } from "../policy/rule.js";
import {
  RuleInputWriter,
  summarize,
  summarizeExcluded,
  type ExcludedSystem,
  type SystemSummary,
} from "./assess/rule-input.js";
import { SummaryPlaces } from "./assess/summary-places.js";
import { ruleVerdict, type FoundPlace, type VerdictContext } from "./assess/rule-verdict.js";
import type { Scope, SelectedRule } from "./scope.js";
import { isExcluded, TallyMaker, type Tally } from "./tally.js";
import type { Verdict } from "./verdict.js";

/** Subjects handed to the evaluator at once: enough to keep workers busy, few enough to keep memory flat. */
const BATCH = 64;
/** Batches under way at the same time. */
const IN_FLIGHT = 4;

export interface AssessmentRun {
  /** Day of the assessment. */
  readonly asOf: Day;
  readonly scope: Scope;
  readonly evaluator: RuleEvaluator;
  readonly organization?: OrganizationSubject;
  readonly systems: AsyncIterable<SystemSubject>;
  /** Patterns that the systems were narrowed to; absent where they are all those of the workspace. */
  readonly selection?: readonly string[];
  /** Path in the workspace, with "/", of a descriptor's file: what verdicts and summaries record. */
  readonly nameOf: (file: SourceFile) => string;
  /** Called for each subject with its verdicts, in the order of the subjects. */
  readonly onVerdicts: (subject: Subject, verdicts: readonly Verdict[]) => void;
}

/**
 * Assesses the systems one batch after the other, then the organization. A subject's verdicts depend on that subject,
 * the organization and the as-of date only; memory holds a summary of each subject and the batches under way.
 */
export async function assess(run: AssessmentRun): Promise<Tally> {
  const tally = new TallyMaker(run.scope, run.nameOf);
  const inputs = new RuleInputWriter(run.asOf, run.organization?.descriptor);
  const ofRun: VerdictContext = {
    asOf: run.asOf,
    minimumAssurance: run.scope.minimumAssurance,
    nameOf: run.nameOf,
    ...(run.organization ? { organization: run.organization } : {}),
  };
  const systemRules = run.scope.rules.filter(({ rule }) => rule.subject === "system");
  const organizationRules = run.scope.rules.filter(({ rule }) => rule.subject === "organization");
  const summaries: SystemSummary[] = [];
  const excluded: ExcludedSystem[] = [];
  const summaryPlaces = new SummaryPlaces();

  const conclude = (
    subject: Subject,
    selected: readonly SelectedRule[],
    outcomes: ReadonlyMap<RuleId, RuleOutcome>,
  ): void => {
    const context: VerdictContext = {
      ...ofRun,
      ...(subject.kind === "organization" ? { summaries: summaryPlaces } : {}),
      places: new Map<string, FoundPlace>(),
    };
    const verdicts = selected.map(({ rule, controls }) =>
      ruleVerdict(rule, controls, outcomes.get(rule.id) ?? notEvaluated(rule), subject, context),
    );
    tally.add(subject, verdicts);
    run.onVerdicts(subject, verdicts);
  };

  const underWay: {
    batch: readonly SystemSubject[];
    outcomes: Promise<readonly ReadonlyMap<RuleId, RuleOutcome>[]>;
  }[] = [];
  const concludeOldest = async (): Promise<void> => {
    const oldest = underWay.shift();
    if (!oldest) return;
    const outcomes = await oldest.outcomes;
    for (const [index, subject] of oldest.batch.entries()) {
      const ofSubject = isExcluded(subject)
        ? excludedOutcomes(systemRules, subject)
        : (outcomes[index] ?? new Map<RuleId, RuleOutcome>());
      conclude(subject, systemRules, ofSubject);
    }
  };

  for await (const batch of batches(run.systems)) {
    if (organizationRules.length > 0) {
      for (const subject of batch) {
        if (isExcluded(subject)) excluded.push(summarizeExcluded(subject));
        else summaries.push(summarize(subject));
        summaryPlaces.add(isExcluded(subject) ? "excluded" : "systems", subject);
      }
    }
    const outcomes = run.evaluator.evaluate(
      "system",
      batch.map((subject) => inputs.system(subject)),
    );
    // A rejection is met when the batch is concluded; until then it must not count as unhandled.
    outcomes.catch(() => undefined);
    underWay.push({ batch, outcomes });
    if (underWay.length >= IN_FLIGHT) await concludeOldest();
  }
  while (underWay.length > 0) await concludeOldest();
  // Where there was nothing to ask, a policy that cannot be loaded is a fault all the same.
  await run.evaluator.ready;

  if (run.organization && organizationRules.length > 0) {
    const input = inputs.organization(run.organization, {
      systems: summaries,
      excluded,
      ...defined({ selection: run.selection }),
    });
    const [outcomes] = await run.evaluator.evaluate("organization", [input]);
    conclude(run.organization, organizationRules, outcomes ?? new Map<RuleId, RuleOutcome>());
  }
  return tally.finish();
}

function notEvaluated(rule: Rule): RuleOutcome {
  return { error: `The rule "${rule.id}" was not evaluated.` };
}

/** Rules do not apply to what the management system does not cover; the reason is the one that the descriptor gives. */
function excludedOutcomes(
  rules: readonly SelectedRule[],
  { descriptor }: SystemSubject,
): ReadonlyMap<RuleId, RuleOutcome> {
  const reason = descriptor.scope?.reason;
  const inapplicable =
    reason === undefined
      ? {
          message: "The management system does not cover the system; no reason is recorded.",
          at: "/system/scope/status",
        }
      : { message: `The management system does not cover the system: ${reason}`, at: "/system/scope/reason" };
  return new Map(rules.map(({ rule }) => [rule.id, { output: { applicable: false, inapplicable: [inapplicable] } }]));
}

async function* batches(systems: AsyncIterable<SystemSubject>): AsyncGenerator<SystemSubject[]> {
  let batch: SystemSubject[] = [];
  for await (const subject of systems) {
    batch.push(subject);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
