import type { Contradiction, Step } from "../derivation.js";
import { contradiction, stepOf } from "../facts.js";
import { below, cited } from "./act.js";
import { at, type Case } from "./case.js";
import type { Roles } from "./roles.js";

/** Step 6: the cases of Art. 50 that the system meets, the paragraph behind each, and whether it binds the organization. */
export function transparency({ act, beside, recorded, facts, system }: Case, by: Roles): Step {
  const cases = recorded.transparency?.cases;
  const [casesAt] = at("transparency/cases");
  const base = {
    id: "transparency",
    title: "Transparency",
    facts: facts.at(casesAt ?? "", "/information/directInteraction"),
  };
  const contradictions = contradicting();
  if (cases === undefined) {
    return stepOf({
      ...base,
      articles: cited(act, "art-50"),
      outcome: "not-enough-facts",
      answer: "Nobody recorded which cases of Art. 50 the system meets.",
      missing: facts.blank(casesAt ?? ""),
      contradictions,
    });
  }
  if (cases.length === 0) {
    const answer = "The record says that the system meets no case of Art. 50.";
    return stepOf({ ...base, articles: cited(act, "art-50"), outcome: "none", answer, contradictions });
  }
  const met = below(act, "art-50").flatMap((provision) => {
    const why = (beside.conditions[provision.id]?.cases ?? []).filter((each) =>
      (cases as readonly string[]).includes(each),
    );
    return why.length === 0 ? [] : [{ provision, why }];
  });
  return stepOf({
    ...base,
    articles: met.map(({ provision }) => provision.label),
    outcome: met.map(({ provision }) => provision.id).join(", "),
    answer: `The system meets ${met.map(({ provision, why }) => `${provision.label} (${why.join(", ")})`).join(" and ")}.`,
    contradictions,
    notes: met
      .filter(({ provision }) => by.counted.size > 0 && !provision.binds.some((role) => by.counted.has(role)))
      .map(
        ({ provision }) =>
          `${provision.label} binds the ${provision.binds.join(" and the ")}, which the organization is not recorded to be.`,
      ),
  });

  function contradicting(): Contradiction[] {
    const said: Contradiction[] = [];
    const ofClass = facts.at(...at("riskClass"));
    const ofCases = facts.at(casesAt ?? "");
    const { riskClass } = recorded;
    if (riskClass === "transparency" && cases?.length === 0) {
      said.push(
        contradiction("The class is recorded as transparency, but no case of Art. 50 as met.", ofClass, ofCases),
      );
    }
    if (riskClass === "minimal" && cases !== undefined && cases.length > 0) {
      said.push(
        contradiction(
          "The class is recorded as minimal, but cases of Art. 50 are met, which bind whatever the class.",
          ofClass,
          ofCases,
        ),
      );
    }
    if (system.information?.directInteraction === "yes" && cases !== undefined && !cases.includes("interaction")) {
      said.push(
        contradiction(
          "People deal with the system directly, but the case interaction is not recorded.",
          facts.at("/information/directInteraction"),
          ofCases,
        ),
      );
    }
    return said;
  }
}
