import type { Assessment } from "../../assessment/assessment.js";
import { isOpen, severities, verdictStates, type Finding, type Verdict } from "../../assessment/verdict.js";

/** Verdicts that are held in memory at a time to put them in order. */
const KEPT = 20_000;

type Ranked = Pick<Verdict, "severity" | "state">;

const openStates = verdictStates.filter(isOpen);

/**
 * Open verdicts, worst first: rules in error, then by severity, then by state, then in the order of the record. Readers that show only so many take them from
 * the beginning. Verdicts are read several times where they are more than memory should hold.
 */
export function* worstFirst({ tally, verdicts }: Pick<Assessment, "tally" | "verdicts">): Generator<Verdict> {
  const counts = new Map<number, number>();
  for (const { rule, counts: ofRule } of tally.rules) {
    for (const state of openStates) {
      const rank = rankOf({ severity: rule.severity, state });
      if (ofRule[state] > 0) counts.set(rank, (counts.get(rank) ?? 0) + ofRule[state]);
    }
  }
  let group: number[] = [];
  let kept = 0;
  for (const [rank, count] of [...counts].sort(([a], [b]) => a - b)) {
    if (group.length > 0 && kept + count > KEPT) {
      yield* ofRanks(verdicts, group);
      [group, kept] = [[], 0];
    }
    group.push(rank);
    kept += count;
  }
  if (group.length > 0) yield* ofRanks(verdicts, group);
}

/** Verdicts of some ranks, rank after rank; those of a single one are in order as they are read. */
function* ofRanks(verdicts: Assessment["verdicts"], ranks: readonly number[]): Generator<Verdict> {
  const [only] = ranks;
  if (ranks.length === 1) {
    for (const verdict of verdicts()) if (isOpen(verdict.state) && rankOf(verdict) === only) yield verdict;
    return;
  }
  const byRank = new Map(ranks.map((rank): [number, Verdict[]] => [rank, []]));
  for (const verdict of verdicts()) if (isOpen(verdict.state)) byRank.get(rankOf(verdict))?.push(verdict);
  for (const ofRank of byRank.values()) yield* ofRank;
}

/** 0 for the worst. Of a rule in error nobody knows how much is wrong. */
function rankOf({ severity, state }: Ranked): number {
  const bySeverity = severities.length - 1 - severities.indexOf(severity);
  return state === "error" ? bySeverity : (1 + bySeverity) * openStates.length + openStates.indexOf(state);
}

/** The findings of an open verdict that make it open, as the rule orders them. */
export function decidingFindings({ findings }: Pick<Verdict, "findings">): readonly Finding[] {
  return findings.filter(({ kind }) => kind !== "observed");
}

/** Place of an open verdict without a finding: the file that speaks for the workspace as a whole. */
export const wholeWorkspace: Pick<Finding, "file" | "line" | "column" | "pointer"> = {
  file: "aims.yaml",
  line: 1,
  column: 1,
  pointer: "",
};

/** Findings of one verdict that a report lists; code hosts show as many places of a result. */
const LISTED = 100;

/** The findings of an open verdict as a report lists them: at most so many, and the number of the others. */
export function listedFindings(verdict: Pick<Verdict, "findings">): { listed: readonly Finding[]; more: number } {
  const all = decidingFindings(verdict);
  return { listed: all.slice(0, LISTED), more: Math.max(0, all.length - LISTED) };
}

/** The messages of an open verdict as one text. */
export function messageOf(verdict: Pick<Verdict, "findings" | "rule" | "state">): string {
  const { listed, more } = listedFindings(verdict);
  if (listed.length === 0) return `The rule "${verdict.rule}" is ${verdict.state}.`;
  return [...listed.map(({ message }) => message), ...(more > 0 ? [`And ${String(more)} more.`] : [])].join(" ");
}
