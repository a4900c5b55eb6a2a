import type { Assessment } from "../../../assessment/assessment.js";
import type { SubjectSummary, Tally } from "../../../assessment/tally.js";
import { isOpen, openCount, severities, verdictStates, type Verdict } from "../../../assessment/verdict.js";
import { byCodeUnit } from "../../../foundation/order.js";
import { plural } from "../../../foundation/words.js";
import { ruleFault } from "../../../policy/rule-fault.js";
import { pathOf } from "../../output.js";
import { supportedState } from "../../supported-state.js";
import { inState, indented, plain, type Page } from "./page.js";

/** Subjects and open verdicts that are shown unless all are wanted; a few subjects at least. */
const MOST_SUBJECTS = 20;
const MOST_VERDICTS = 100;
const FEW_SUBJECTS = 3;
/** Subjects whose verdicts are in memory at once. */
const CHUNK = 500;

/**
 * What is open, subject by subject, the worst first, each finding with its place; where all are wanted, every verdict of every subject.
 * @param worst subjects with open verdicts, worst first
 */
export function* details(assessment: Assessment, worst: readonly SubjectSummary[], page: Page): Generator<string> {
  const { details: wanted = "open" } = page.options;
  if (wanted === "none") return;
  const all = wanted === "all";
  const shown = all
    ? [...worst, ...assessment.tally.subjects.filter(({ counts }) => openCount(counts) === 0)]
    : firstOf(worst);
  if (shown.length === 0) return;
  yield `\n${page.paint.bold(all ? "Every verdict, subject by subject" : "What is open, subject by subject")}\n`;
  for (let start = 0; start < shown.length; start += CHUNK) {
    const chunk = shown.slice(start, start + CHUNK);
    const verdicts = verdictsOf(assessment, new Set(chunk));
    for (const subject of chunk) yield* entry(subject, verdicts.get(subject) ?? [], assessment.tally, page);
  }
  const more = worst.length - shown.length;
  if (more > 0) yield `... and ${plural(more, "more subject")} with open verdicts: --details all, or results.json.\n`;
}

/** Those that are worst off, as many as one reads. */
function firstOf(worst: readonly SubjectSummary[]): readonly SubjectSummary[] {
  let open = 0;
  const end = worst.findIndex(({ counts }, index) => {
    open += openCount(counts);
    return index >= MOST_SUBJECTS || (index >= FEW_SUBJECTS && open > MOST_VERDICTS);
  });
  return end < 0 ? worst : worst.slice(0, end);
}

/** The verdicts of some subjects. All verdicts come subject after subject, as many of each as its counts say. */
function verdictsOf(
  { tally, verdicts }: Assessment,
  wanted: ReadonlySet<SubjectSummary>,
): ReadonlyMap<SubjectSummary, readonly Verdict[]> {
  const found = new Map<SubjectSummary, Verdict[]>();
  const every = verdicts()[Symbol.iterator]();
  for (const subject of tally.subjects) {
    const kept: Verdict[] = [];
    for (let left = Object.values(subject.counts).reduce((sum, count) => sum + count, 0); left > 0; left -= 1) {
      const next = every.next();
      if (next.done !== true && wanted.has(subject)) kept.push(next.value);
    }
    if (wanted.has(subject)) found.set(subject, kept);
    if (found.size === wanted.size) break;
  }
  every.return?.();
  return found;
}

function* entry(
  subject: SubjectSummary,
  verdicts: readonly Verdict[],
  { ruleById }: Tally,
  page: Page,
): Generator<string> {
  const all = page.options.details === "all";
  const { id, name, state, counts } = subject;
  const open = openCount(counts);
  const asked = open + counts.satisfied;
  const words = `${inState(state, state, page)}, ${String(open)} of ${plural(asked, "verdict")} open`;
  yield `\n${page.paint.bold(id)}  ${plain(name)}: ${words}\n`;
  const shown = verdicts.filter((verdict) => all || isOpen(verdict.state)).sort(worstFirst);
  for (const { state: of, rule, severity, assurance, findings } of shown) {
    const words = supportedState({ state: of, assurance });
    for (const { kind, file, line, column, message } of findings) {
      if (kind === "observed" && isOpen(of) && !all) continue;
      const place = `${plain(pathOf(file, page.options))}:${String(line)}:${String(column)}`;
      yield `  ${place} ${inState(of, words, page)} ${rule} [${severity}]\n`;
      // The place in the rule stands with the rules in error.
      const failed = kind === "error" ? ruleById.get(rule)?.rule : undefined;
      yield* indented(plain(failed ? ruleFault(failed, message).message : message), 6, page);
    }
  }
}

/** By state, then by severity, then by the rule's id. */
function worstFirst(a: Verdict, b: Verdict): number {
  return (
    verdictStates.indexOf(a.state) - verdictStates.indexOf(b.state) ||
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    byCodeUnit(a.rule, b.rule)
  );
}
