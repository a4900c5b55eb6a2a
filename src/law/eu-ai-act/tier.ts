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
  /** Whether more than one is possible because facts contradict one another. */
  readonly contradictory: boolean;
  /** JSON pointers of blank fields that would settle it. */
  readonly decisive: readonly string[];
}

const classes: readonly RiskClass[] = ["prohibited", "high-risk", "transparency", "minimal", "general-purpose"];
const lower: readonly RiskClass[] = ["transparency", "minimal", "general-purpose"];

const names: Readonly<Record<RiskClass, string>> = {
  prohibited: "prohibited",
  "high-risk": "high-risk",
  transparency: "one with duties of transparency",
  minimal: "one of minimal risk",
  "general-purpose": "a general-purpose model",
};

/** What a class can be by the other facts. */
interface Found {
  readonly possible: readonly RiskClass[];
  readonly because: string;
  readonly contradictions?: readonly Contradiction[];
  readonly notes?: readonly string[];
  /** JSON pointers of blank fields that would settle it; without them, the class would. */
  readonly decisive?: readonly string[];
}

/**
 * Step 7: the tier, from the class that is recorded and from what else the facts say. Where the two do not agree, both stay possible, so
 * that no duty that only one of them imposes is certain.
 */
export function tier(about: Case, screened: Screening, by: Routes, excepted: Exception): Tier {
  const { recorded, facts, act } = about;
  const { riskClass } = recorded;
  const {
    possible,
    because,
    contradictions = [],
    notes = [],
    decisive = at("riskClass"),
  } = found(about, screened, by, excepted);
  const [only] = possible;
  const settled = possible.length === 1 && only !== undefined;
  const contradictory = contradictions.length > 0 && !settled;
  const step = stepOf({
    id: "tier",
    title: "Tier",
    outcome: contradictory ? "contradictory" : settled ? only : "not-enough-facts",
    answer: settled
      ? `The system is ${names[only]}: ${because}.`
      : contradictory
        ? `The facts contradict one another: ${because}.`
        : `The tier cannot be told: ${because}.`,
    articles: articlesOf(),
    facts: facts.at(...at("riskClass")),
    missing: settled ? [] : facts.blank(...decisive),
    contradictions,
    notes: [
      ...notes,
      ...(settled && (riskClass === undefined || riskClass === "unknown")
        ? ["The class itself is not recorded; the rules of aims ask for it."]
        : []),
    ],
  });
  return { step, possible, contradictory, decisive };

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

function found(about: Case, { met, complete }: Screening, by: Routes, excepted: Exception): Found {
  const { recorded, facts } = about;
  const recordedClass = recorded.riskClass;
  const given = recordedClass === "unknown" ? undefined : recordedClass;
  const ofClass = facts.at(...at("riskClass"));
  if (met.length > 0 || given === "prohibited") return banned(given, about, met, by, excepted);
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
          because: complete
            ? "its class is recorded so, and no annex and no banned practice speaks against it"
            : "its class is recorded so, and no annex speaks against it; whether it meets a banned practice is open",
        };
  }
  return byUse(given, facts, by, excepted);
}

/** The tier of a system that meets a practice that is banned, or whose class says so. No annex makes it lawful. */
function banned(
  given: RiskClass | undefined,
  { recorded, facts }: Case,
  met: Screening["met"],
  by: Routes,
  excepted: Exception,
): Found {
  const ofClass = facts.at(...at("riskClass"));
  const ofPoints = facts.at(...at("prohibitedPractices/pointsMet"));
  const labels = met.map(({ label }) => label).join(", ");
  const because = labels === "" ? "its class is recorded so" : `it meets ${labels}`;
  const contradicted = (possible: readonly RiskClass[], message: string, ...more: (typeof ofClass)[]): Found => ({
    ...{ possible, because, contradictions: [contradiction(message, ofClass, ofPoints, ...more)] },
  });
  if (given !== undefined && given !== "prohibited") {
    // An annex or an exception beside them leaves high risk possible, too, which would bring its duties.
    const routed = by.annexI || by.annexIII || excepted.state !== "none";
    const possible = new Set<RiskClass>(["prohibited", ...(routed ? (["high-risk"] as const) : []), given]);
    return contradicted(
      [...possible],
      `The class is recorded as ${given}, but the system meets ${labels}.`,
      ...(routed ? [facts.at(...at("annexI", "annexIII", "article6Exception"))] : []),
    );
  }
  if (by.annexI || by.annexIII || excepted.state !== "none") {
    const message =
      "The system is prohibited, but an annex or an exception is recorded, too, which cannot make it lawful.";
    return contradicted(
      ["prohibited", "high-risk", ...lower],
      message,
      facts.at(...at("annexI", "annexIII", "article6Exception")),
    );
  }
  return recorded.prohibitedPractices?.pointsMet?.length === 0
    ? contradicted(
        classes,
        "The class is recorded as prohibited, but the record says that no point of Art. 5(1) is met.",
      )
    : { possible: ["prohibited"], because };
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
      decisive: at("annexIII", "profiling"),
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
      decisive: at("profiling"),
    };
  }
  return given === undefined
    ? { possible: others, because: "an exception takes it out of high risk, and nobody recorded its class" }
    : { possible: others, because: "its class is recorded so, by an exception from Annex III" };
}

function open({ prohibitedPractices }: Case["recorded"]): readonly RiskClass[] {
  return prohibitedPractices?.pointsMet?.length === 0 ? classes.filter((each) => each !== "prohibited") : classes;
}
