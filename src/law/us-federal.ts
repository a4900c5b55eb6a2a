import type { SystemSubject } from "../inventory/descriptors.js";
import type { Derivation, Step } from "./derivation.js";
import { Facts } from "./facts.js";
import { determination, minimumPractices, publicInventory, waived } from "./us-federal/high-impact.js";
import { purchase, purchaseItems } from "./us-federal/language-models.js";
import type { Memoranda } from "./us-federal/memoranda.js";

export type { Memoranda } from "./us-federal/memoranda.js";

/**
 * Derives what memoranda of the US Office of Management and Budget ask of a system on a day, from its descriptor alone: the determination
 * as high-impact and the minimum practices with their waivers (OMB M-25-21), and what an agency asks of the vendor of a language model
 * (OMB M-26-04).
 * @param asOf `YYYY-MM-DD`
 */
export function deriveUsFederal(subject: SystemSubject, memoranda: Memoranda, asOf: string): Derivation {
  const { descriptor: system } = subject;
  const { highImpact, languageModels } = memoranda;
  const facts = new Facts(subject);
  const bought = purchase(system, facts, languageModels, asOf);
  const steps = [
    determination(system, facts, highImpact, asOf),
    publicInventory(system, facts, highImpact),
    waived(system, facts, highImpact, asOf),
    bought.step,
  ];
  const stage = system.lifecycle?.stage;
  return {
    law: "us-federal",
    asOf,
    acts: [highImpact, languageModels].map(({ memorandum, issuedOn }) => `${memorandum} of ${issuedOn}`),
    sources: ["catalog/reference/memoranda.json"],
    steps: steps.filter((step): step is Step => step !== undefined),
    duties: [
      ...minimumPractices(system, facts, highImpact, asOf),
      ...purchaseItems(system, facts, languageModels, asOf, bought),
    ],
    dutyNotes: [
      ...(stage === "deployed"
        ? []
        : [
            `The stage of the life cycle is ${stage ?? "not recorded"}; the practices are asked of a use before and while it is deployed.`,
          ]),
      ...(system.regulatory?.omb?.highImpact === "yes"
        ? [
            `A high-impact use of which a practice is neither in place nor waived on ${highImpact.practicesFrom} or later has to end.`,
          ]
        : []),
    ],
  };
}
