import type { Step } from "../derivation.js";
import { contradiction, stepOf } from "../facts.js";
import { cited } from "./act.js";
import { at, type Case } from "./case.js";

/** Step 1: whether the Act covers the system (Art. 2). A blank counts as covered, as the field says; the duties then rest on that. */
export function coverage({ act, recorded, facts, system }: Case): Step {
  const { covered, coveredReason } = recorded;
  const base = { id: "covered", title: "Covered by the Act", articles: cited(act, "art-2") };
  const laws = facts.at("/laws");
  const named = (system.laws ?? []).some(({ name = "" }) => /\bAI Act\b|2024\/1689/i.test(name));
  if (covered === "no") {
    return stepOf({
      ...base,
      outcome: "not-covered",
      answer:
        coveredReason === undefined
          ? "The record says that the Act does not cover the system, but not why."
          : `The Act does not cover the system: ${coveredReason}`,
      facts: facts.at(...at("covered", "coveredReason")),
      missing: facts.blank(...at("coveredReason")),
      contradictions: named
        ? [
            contradiction(
              "laws names the Act, but covered says that it does not cover the system.",
              laws,
              facts.at(...at("covered")),
            ),
          ]
        : [],
      notes: ["Nothing else is derived."],
    });
  }
  const none = system.laws?.length === 0;
  const known = Object.keys(recorded).length > 0;
  return stepOf({
    ...base,
    outcome: covered === "yes" ? "covered" : "not-enough-facts",
    answer:
      covered === "yes"
        ? "The Act covers the system."
        : covered === "unknown"
          ? "Whether the Act covers the system is recorded as unknown; what follows holds if it does."
          : "Nobody recorded whether the Act covers the system; a blank counts as covered, and what follows holds if it is.",
    facts: facts.at(...at("covered")),
    missing: facts.blank(...at("covered")),
    contradictions:
      none && known
        ? [
            contradiction(
              "laws is an empty list, which says that no law applies, but facts under the Act are recorded.",
              laws,
            ),
          ]
        : [],
  });
}
