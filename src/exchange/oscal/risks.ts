import type { Assessment } from "../../assessment/assessment.js";
import type { RuleSummary } from "../../assessment/tally.js";
import { isOpen, openCount, type StateCounts } from "../../assessment/verdict.js";
import type { Origin, Risk } from "../../oscal/model.js";
import type { Identities } from "./identities.js";
import { observationReferences } from "./observations.js";
import { countProperties, countWords, markup, property, startOfDay } from "./shared.js";

/** Whether a rule has verdicts that ask somebody to do something, which make a risk. */
export function hasRisk({ counts }: RuleSummary): boolean {
  return openCount(counts) > 0;
}

/** The risk that the open verdicts of a rule make, over all subjects; the rule says how it is remedied. */
export function risk(summary: RuleSummary, { tally, scope }: Assessment, ids: Identities): Risk {
  const { rule, controls, counts, due } = summary;
  const origins: Origin[] = [{ actors: [{ type: "tool", "actor-uuid": ids.tool }] }];
  const open = String(openCount(counts));
  const affected = scope.controls.filter(({ reference }) => controls.includes(reference));
  const names = affected.map(({ reference, title }) => `${markup(reference)} ${markup(title)}`).join("; ");
  return {
    uuid: ids.risk(rule.id),
    title: `${markup(rule.title)}: ${open} open`,
    description: `${markup(rule.description)} ${open} of ${String(tally.subjects.length)} subjects are open. By state: ${countWords(counts)}.`,
    statement: `As long as they are open, the records do not show that these requirements are met: ${names}.`,
    props: [property("rule-id", rule.id), property("severity", rule.severity), ...countProperties(counts)],
    status: status(counts),
    origins,
    ...(due === undefined ? {} : { deadline: startOfDay(due) }),
    remediations: [
      {
        uuid: ids.remediation(rule.id),
        lifecycle: "recommendation",
        title: `Recommended by the rule ${markup(rule.id)}`,
        description: markup(rule.remediation),
        origins,
      },
    ],
    "related-observations": observationReferences(summary, ids, isOpen),
  };
}

/** Work that is under way on every open subject is being remedied; where rules only failed to run, nobody knows yet. */
function status(counts: StateCounts): "open" | "remediating" | "investigating" {
  const open = openCount(counts);
  if (counts.partial === open) return "remediating";
  return counts.error === open ? "investigating" : "open";
}
