import type { Contradiction, Step } from "../derivation.js";
import { contradiction, stepOf } from "../facts.js";
import { cited } from "./act.js";
import { at, type Case, type RiskClass } from "./case.js";
import type { Exception, Routes } from "./high-risk.js";
import type { Screening } from "./prohibited.js";

/** The tier of a system: the classes that it can have by the facts, one where they settle it. */
export interface Tier {
  readonly step: Step;
  readonly possible: readonly RiskClass[];
}

const classes: readonly RiskClass[] = ["prohibited", "high-risk", "transparency", "minimal", "general-purpose"];
const lower: readonly RiskClass[] = ["transparency", "minimal", "general-purpose"];

const names: Readonly<Record<RiskClass, string>> = {
  prohibited: "prohibited (Art. 5)",
  "high-risk": "high-risk (Art. 6)",
  transparency: "one with duties of transparency (Art. 50)",
  minimal: "one of minimal risk",
  "general-purpose": "a general-purpose model (Chapter V)",
};

/** What a class can be by the other facts. */
interface Found {
  readonly possible: readonly RiskClass[];
  readonly because: string;
  readonly contradictions?: readonly Contradiction[];
  readonly notes?: readonly string[];
}

/**
 * Step 7: the tier, from the class that is recorded and from what else the facts say. Where the two do not agree, both stay possible, so
 * that no duty that only one of them imposes is certain.
 */
export function tier(about: Case, screened: Screening, by: Routes, excepted: Exception): Tier {
  const { recorded, facts, act } = about;
  const { riskClass } = recorded;
  const { possible, because, contradictions = [], notes = [] } = found(about, screened, by, excepted);
  const [only] = possible;
  const settled = possible.length === 1 && only !== undefined;
  const step = stepOf({
    id: "tier",
    title: "Tier",
    outcome: contradictions.length > 0 && !settled ? "contradictory" : settled ? only : "not-enough-facts",
    answer: settled
      ? `The system is ${names[only]}: ${because}.`
      : contradictions.length > 0
        ? `The facts contradict one another: ${because}.`
        : `The tier cannot be told: ${because}.`,
    articles: articlesOf(),
    facts: facts.at(...at("riskClass")),
    missing: settled || contradictions.length > 0 ? [] : facts.blank(...at("riskClass")),
    contradictions,
    notes: [
      ...notes,
      ...(settled && (riskClass === undefined || riskClass === "unknown")
        ? ["The class itself is not recorded; the rules of aims ask for it."]
        : []),
    ],
  });
  return { step, possible };

  function articlesOf(): string[] {
    const ids: Readonly<Record<RiskClass, string>> = {
      ...{
        prohibited: "art-5",
        "high-risk": "art-6",
        transparency: "art-50",
        minimal: "art-95",
        "general-purpose": "art-51",
      },
    };
    return settled ? cited(act, ids[only]) : cited(act, "art-5", "art-6", "art-50", "art-51");
  }
}

function found({ recorded, facts }: Case, { met }: Screening, by: Routes, excepted: Exception): Found {
  const recordedClass = recorded.riskClass;
  const given = recordedClass === "unknown" ? undefined : recordedClass;
  const ofClass = facts.at(...at("riskClass"));
  const ofPoints = facts.at(...at("prohibitedPractices/pointsMet"));
  if (met.length > 0) {
    const because = `it meets ${met.map(({ label }) => label).join(", ")}`;
    if (given === undefined || given === "prohibited") return { possible: ["prohibited"], because };
    const message = `The class is recorded as ${given}, but the system meets ${met.map(({ label }) => label).join(", ")}.`;
    return { possible: ["prohibited", given], because, contradictions: [contradiction(message, ofClass, ofPoints)] };
  }
  if (given === "prohibited") {
    const none = recorded.prohibitedPractices?.pointsMet?.length === 0;
    const message = "The class is recorded as prohibited, but the record says that no point of Art. 5(1) is met.";
    return none
      ? {
          possible: classes,
          because: "its class is prohibited, and no practice that is banned is met",
          contradictions: [contradiction(message, ofClass, ofPoints)],
        }
      : { possible: ["prohibited"], because: "its class is recorded so" };
  }
  if (given === "high-risk") return highRisk(facts, by, excepted);
  if (by.annexI) {
    if (given === undefined) return { possible: ["high-risk"], because: "Annex I names the product" };
    const message = `The class is recorded as ${given}, but Annex I names the product, from which Art. 6(3) excepts nothing.`;
    return {
      possible: ["high-risk", given],
      because: `Annex I names the product, and the class is ${given}`,
      contradictions: [contradiction(message, ofClass, facts.at(...at("annexI")))],
    };
  }
  if (!by.annexIII && excepted.state === "none") {
    return given === undefined
      ? { possible: open(recorded), because: "nobody recorded the class" }
      : {
          possible: [given],
          because: "its class is recorded so, and no annex and no banned practice speaks against it",
        };
  }
  return byUse(given, facts, by, excepted);
}

/** A class of high risk stands, as the rules take it; an exception beside it that nobody uses is said. */
function highRisk(facts: Case["facts"], by: Routes, excepted: Exception): Found {
  const routes = [...(by.annexI ? ["Annex I"] : []), ...(by.annexIII ? ["Annex III"] : [])].join(" and ");
  const because =
    routes === "" ? "its class is recorded so, though no annex is" : `its class is recorded so, by ${routes}`;
  if (excepted.state === "none" || facts.at(...at("article6Exception")).length === 0)
    return { possible: ["high-risk"], because };
  const message = "The class is recorded as high-risk, but an exception from it is recorded, too.";
  return {
    possible: ["high-risk"],
    because,
    contradictions: [contradiction(message, facts.at(...at("riskClass", "article6Exception")))],
    notes: ["The class is taken, as the rules of aims take it."],
  };
}

/** The tier of a system of which a use of Annex III, or an exception from one, is recorded. */
function byUse(given: RiskClass | undefined, facts: Case["facts"], by: Routes, excepted: Exception): Found {
  const ofUse = facts.at(...at("riskClass", "annexIII", "article6Exception", "profiling"));
  const others = given === undefined ? lower : [given];
  if (!by.annexIII) {
    return {
      possible: ["high-risk", ...others],
      because: "an exception is recorded, but not from what",
      // The step on the exception has the facts; here stands what they leave open.
      contradictions: [
        contradiction(
          "An exception presupposes a use of Annex III, and none is recorded: either it is missing, or the exception is not one.",
          ofUse,
        ),
      ],
    };
  }
  if (excepted.state === "closed" && given === undefined) {
    return {
      possible: ["high-risk"],
      because: "Annex III names its use, and it profiles people, so that no exception is open to it",
    };
  }
  if (excepted.state === "closed") {
    const message = `The class is recorded as ${given ?? ""}, but Annex III names the use, and profiling leaves no exception.`;
    return {
      possible: ["high-risk", ...others],
      because: "its use and profiling make it high-risk, its class does not",
      contradictions: [contradiction(message, ofUse)],
    };
  }
  if (excepted.state === "none") {
    if (given === undefined)
      return {
        possible: ["high-risk", ...others],
        because: "Annex III names its use, but nobody recorded the class or an exception",
      };
    const message = `Annex III names the use, but the class is recorded as ${given}, and no exception under Art. 6(3) is recorded.`;
    return {
      possible: ["high-risk", ...others],
      because: "Annex III names its use, its class is a lower one, and no exception is recorded",
      contradictions: [contradiction(message, ofUse)],
    };
  }
  if (excepted.state === "unclear") {
    return {
      possible: ["high-risk", ...others],
      because: "an exception is recorded, but not whether the system profiles people",
    };
  }
  return given === undefined
    ? { possible: others, because: "an exception takes it out of high risk, and nobody recorded its class" }
    : { possible: others, because: "its class is recorded so, by an exception from Annex III" };
}

function open({ prohibitedPractices }: Case["recorded"]): readonly RiskClass[] {
  return prohibitedPractices?.pointsMet?.length === 0 ? classes.filter((each) => each !== "prohibited") : classes;
}
