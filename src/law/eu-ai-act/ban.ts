import type { Duty } from "../derivation.js";
import { fieldAt } from "../facts.js";
import type { Provision } from "./act.js";
import { at, type Case } from "./case.js";
import { setBy, timingOf } from "./days.js";
import type { Screening } from "./prohibited.js";

/**
 * The ban of Art. 5 as one duty. It binds every operator (Art. 3(8)) and every tier: a system that nobody screened is under it as well, and
 * only whether it keeps to it cannot be told. The points are one ban, also those that came into force later than the others.
 * @param assumed JSON pointers that every duty takes for granted
 */
export function banOf(about: Case, screened: Screening, ban: Provision, assumed: readonly string[]): Duty | undefined {
  const { act, recorded, asOf, facts } = about;
  const { id, label, title, dated } = ban;
  if (dated === undefined) return undefined;
  const { state, from } = timingOf(dated, recorded, asOf);
  const parts = [...act.provisions.values()].filter(
    (part) =>
      part.above.includes(id) &&
      part.dated !== undefined &&
      (part.dated.id === dated.id || timingOf(part.dated, recorded, asOf).state === "applies"),
  );
  return {
    ...{ id, article: label, title, state },
    binds: ["all"],
    includes: parts.map((part) => part.label),
    from,
    setBy: setBy(dated, act.table.act, recorded, from),
    record: screened.record,
    facts: facts.at(...at("prohibitedPractices/pointsScreened", "prohibitedPractices/pointsMet")),
    missing: screened.step.missing,
    assumes: state === "applies" ? assumed.map(fieldAt) : [],
    // Which points are banned only later.
    notes: screened.step.notes,
  };
}
