import { plural } from "../../foundation/words.js";
import type { ControlFacts } from "../../oscal/control-facts.js";

/** What an auditor expects to see of a control, as reports name it. */
export type ExpectedEvidence = Pick<ControlFacts, "expectedEvidence" | "freshnessDays" | "ownerRoles">;

/** For people: the records that are expected, how old they may be, and who answers for them; nothing where a catalog says nothing. */
export function evidenceLines({ expectedEvidence, freshnessDays, ownerRoles }: ExpectedEvidence): string[] {
  const renewed = freshnessDays === undefined ? "" : `, renewed within ${plural(freshnessDays, "day")}`;
  const owners = ownerRoles.length === 0 ? [] : [`Owner roles: ${ownerRoles.join(", ")}`];
  const records =
    expectedEvidence.length === 0
      ? []
      : [`Expected evidence${renewed}:`, ...expectedEvidence.map((each) => `  ${each}`)];
  return [...records, ...owners];
}
