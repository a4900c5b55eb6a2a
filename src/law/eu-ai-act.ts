import type { SystemSubject } from "../inventory/descriptors.js";
import type { Catalog } from "../oscal/model.js";
import type { Derivation, Step } from "./derivation.js";
import { Facts } from "./facts.js";
import { actOf } from "./eu-ai-act/act.js";
import { at, type Beside, type Case } from "./eu-ai-act/case.js";
import { coverage } from "./eu-ai-act/coverage.js";
import { dutiesOf } from "./eu-ai-act/duties.js";
import { exception, routes } from "./eu-ai-act/high-risk.js";
import { older } from "./eu-ai-act/older.js";
import { screening } from "./eu-ai-act/prohibited.js";
import { roles } from "./eu-ai-act/roles.js";
import { tier } from "./eu-ai-act/tier.js";
import { transparency } from "./eu-ai-act/transparency.js";

export type { Beside as EuAiActReference } from "./eu-ai-act/case.js";

/**
 * Derives how the EU AI Act concerns a system on a day, from its descriptor alone: coverage (Art. 2), roles (Arts. 3 and 25), prohibited
 * practices (Art. 5), high risk and its exception (Art. 6), transparency (Art. 50), older systems (Art. 111) and the duties with their days
 * (Art. 113). Days, roles and tiers are those of the catalog.
 * @param catalog the catalog of the Act that ships with aims
 * @param beside conditions and guidance that the catalog does not hold
 * @param asOf `YYYY-MM-DD`
 */
export function deriveEuAiAct(subject: SystemSubject, catalog: Catalog, beside: Beside, asOf: string): Derivation {
  const act = actOf(catalog);
  const { descriptor } = subject;
  const recorded = descriptor.regulatory?.euAiAct ?? {};
  const about: Case = { act, beside, system: descriptor, recorded, facts: new Facts(subject), asOf };
  const amending = new Set(
    Object.values(act.table.provisions).flatMap(({ amendedBy, insertedBy }) =>
      [amendedBy, insertedBy].flatMap((each) => each?.replace(/, Art\..*$/, "") ?? []),
    ),
  );
  const base = {
    law: "eu-ai-act" as const,
    asOf,
    acts: [act.table.act, ...[...amending].sort()],
    sources: [act.table.source, "catalog/reference/conditions.json"],
  };
  const covered = coverage(about);
  if (covered.outcome === "not-covered") return { ...base, steps: [covered], duties: [], dutyNotes: [] };
  const by = roles(about);
  const screened = screening(about);
  const routed = routes(about);
  const excepted = exception(about);
  const open = transparency(about, by);
  const tiered = tier(about, screened, routed, excepted);
  const old = older(about, tiered.possible);
  const steps = [covered, by.step, screened.step, routed.step, excepted.step, open, tiered.step, old.step];
  const grounds = {
    ...{ by, tier: tiered, screening: screened, routes: routed, exception: excepted.state, older: old },
    assumed: covered.outcome === "covered" ? [] : at("covered"),
  };
  return {
    ...base,
    steps: steps.filter((step): step is Step => step !== undefined),
    duties: dutiesOf(about, grounds),
    dutyNotes: stageNotes(descriptor.lifecycle?.stage),
  };
}

/** Duties of providers and deployers begin with the market or the use; the rules judge most of them once the system is deployed. */
function stageNotes(stage: string | undefined): string[] {
  if (stage === "deployed") return [];
  if (stage === undefined || stage === "unknown") {
    return [
      "Nobody recorded the stage of the life cycle; the rules of aims judge most of these duties once a system is deployed.",
    ];
  }
  return [
    `The stage of the life cycle is ${stage}; the rules of aims judge most of these duties while a system is deployed.`,
  ];
}
