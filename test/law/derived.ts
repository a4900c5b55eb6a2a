import type { Derivation, DutyState } from "../../src/law/derivation.js";
import { isCertain } from "../../src/law/derivation.js";
import { deriveEuAiAct, type EuAiActReference } from "../../src/law/eu-ai-act.js";
import { deriveUsFederal, type Memoranda } from "../../src/law/us-federal.js";
import type { Catalog } from "../../src/oscal/model.js";
import type { SystemSubject } from "../../src/inventory/descriptors.js";
import { projectText } from "../support/project.js";

const { catalog } = JSON.parse(projectText("catalog/eu-ai-act.json")) as { catalog: Catalog };
const beside = JSON.parse(projectText("catalog/reference/conditions.json")) as EuAiActReference;
const memoranda = JSON.parse(projectText("catalog/reference/memoranda.json")) as Memoranda;

export function euAiAct(subject: SystemSubject, asOf: string): Derivation {
  return deriveEuAiAct(subject, catalog, beside, asOf);
}

export function usFederal(subject: SystemSubject, asOf: string): Derivation {
  return deriveUsFederal(subject, memoranda, asOf);
}

/** What came out, as a reader would note it: a line for each step, and the articles of each state of a duty. */
export interface Outcome {
  readonly steps: readonly string[];
  readonly missing: readonly string[];
  readonly contradictions: readonly string[];
  readonly duties: Partial<Record<DutyState | "certain", string>>;
}

export function outcomeOf({ steps, duties }: Derivation): Outcome {
  const states = [...new Set(duties.map(({ state }) => state))];
  const certain = duties.filter(isCertain).map(({ article }) => article);
  return {
    steps: steps.map(({ id, outcome, articles }) => `${id}: ${outcome} (${articles.join(", ")})`),
    missing: [...new Set(steps.flatMap(({ missing }) => missing))].map((field) => field.replace("regulatory.", "")),
    contradictions: steps.flatMap(({ contradictions }) => contradictions.map(({ message }) => message)),
    duties: {
      ...Object.fromEntries(
        states.map((state) => [
          state,
          duties
            .filter((duty) => duty.state === state)
            .map(({ article, title, record, from, why }) =>
              record === undefined || article.startsWith("Art.")
                ? `${article}${state === "not-yet" ? ` from ${from.flatMap(({ days }) => days).join("|")}` : ""}${isLeaving(why) ? " (older)" : ""}`
                : `${title}: ${record}`,
            )
            .join(", "),
        ]),
      ),
      ...(certain.length === 0 ? {} : { certain: certain.join(", ") }),
    },
  };
}

/** Whether a duty that does not bind yet, or not for certain, is one that Art. 111(2) leaves aside later. */
function isLeaving(why = ""): boolean {
  return /(?:By then|From .+ on) Art\. 111\(2\) leaves the system out, unless its design changes significantly\.$/.test(
    why,
  );
}
