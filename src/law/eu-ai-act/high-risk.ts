import { quote } from "../../foundation/words.js";
import { valueAt } from "../../source/pointer.js";
import type { Contradiction, Step } from "../derivation.js";
import { contradiction, stepOf } from "../facts.js";
import { cited, type Provision } from "./act.js";
import { namedUses, useInWords } from "./annex-iii.js";
import { at, guidanceOn, type Case } from "./case.js";

/** The two routes to high risk, as far as they are recorded. */
export interface Routes {
  readonly step: Step;
  readonly annexI: boolean;
  readonly annexIII: boolean;
  /** Areas and uses that were recognised in the text on Annex III. */
  readonly uses: readonly Provision[];
}

/** Step 4: the routes to high risk: by product law (Art. 6(1), Annex I) and by use (Art. 6(2), Annex III). */
export function routes(about: Case): Routes {
  const { act, recorded, facts } = about;
  const { annexI, annexIII, riskClass } = recorded;
  const named = annexIII === undefined ? undefined : namedUses(annexIII, act);
  const uses = named?.found ?? [];
  const words = [
    ...(annexI === undefined ? [] : [`${quote(annexI)} of Annex I names the product`]),
    ...(named === undefined
      ? []
      : [uses.length === 0 ? "a use of Annex III is recorded" : `${uses.map(useInWords).join(" and ")} names the use`]),
  ];
  const unnamed = riskClass === "high-risk" && words.length === 0;
  const lower = riskClass !== undefined && riskClass !== "unknown" && !unnamed;
  const base = { id: "high-risk", title: "Routes to high risk" };
  const outcome = [...(annexI === undefined ? [] : ["annex-i"]), ...(annexIII === undefined ? [] : ["annex-iii"])].join(
    " and ",
  );
  const step = stepOf({
    ...base,
    outcome: outcome || (lower ? "none" : "not-enough-facts"),
    answer:
      words.length > 0
        ? sentence(words.join("; "))
        : lower
          ? "No annex is recorded by which the system would be high-risk."
          : "Nobody recorded an annex by which the system is high-risk.",
    articles: [
      ...(annexI === undefined ? [] : [`${cited(act, "art-6").join("")}(1)`, ...cited(act, "annex-i")]),
      ...(annexIII === undefined
        ? []
        : [
            ...cited(act, "art-6.2"),
            ...(uses.length === 0 ? cited(act, "annex-iii") : uses.map(({ label }) => label)),
          ]),
      ...(words.length === 0 ? cited(act, "art-6") : []),
    ],
    facts: facts.at(...at("annexI", "annexIII"), ...(words.length === 0 ? at("riskClass") : [])),
    missing: words.length === 0 && !lower ? facts.blank(...at("annexI", "annexIII")) : [],
    contradictions: [
      ...(unnamed
        ? [
            contradiction(
              "The class is high-risk, but no annex is recorded by which it is.",
              facts.at(...at("riskClass")),
            ),
          ]
        : []),
      ...disputed(about, uses),
    ],
    notes: [
      ...(named?.unrecognised ?? []).map((each) => `annexIII: ${each}`),
      ...(words.length === 0 ? [] : guidanceOn(about, "art-6")),
    ],
  });
  return { step, annexI: annexI !== undefined, annexIII: annexIII !== undefined, uses };
}

/** Conditions that the use fulfils, though the field for them says otherwise. */
function disputed({ act, beside, recorded, facts }: Case, uses: readonly Provision[]): Contradiction[] {
  return Object.entries(beside.conditions).flatMap(([id, { field = "", fails = [], points = [] }]) => {
    const value = field === "" ? undefined : valueAt(recorded, field);
    const named = uses.filter((use) => points.includes(use.id));
    if (named.length === 0 || typeof value !== "string" || !fails.includes(value)) return [];
    const message = `The record says that no case of ${cited(act, id).join("")} holds, but ${named.map(({ label }) => label).join(" and ")} is one.`;
    return [contradiction(message, facts.at(...at("annexIII", field.slice(1))))];
  });
}

/** How an exception under Art. 6(3) stands. */
export type ExceptionState = "none" | "claimed" | "unclear" | "closed";

export interface Exception {
  /** Undefined where neither Annex III nor an exception is recorded. */
  readonly step?: Step;
  readonly state: ExceptionState;
}

/** Step 5: the exception from Annex III (Art. 6(3)) with its ground, reason and written assessment (Art. 6(4)); profiling closes it. */
export function exception({ act, recorded, facts }: Case): Exception {
  const {
    annexIII,
    article6Exception: ground,
    article6Reason: reason,
    article6Assessment: assessment,
    profiling,
  } = recorded;
  if (annexIII === undefined && ground === undefined) return { state: "none" };
  const base = {
    id: "exception",
    title: "Exception from Annex III",
    facts: facts.at(
      ...at(
        "article6Exception",
        "article6Reason",
        "profiling",
        "article6Assessment/state",
        "article6Assessment/completedOn",
      ),
    ),
  };
  const articles = cited(act, "art-6.3");
  if (ground === undefined) {
    const closed = profiling === "yes";
    const answer = closed
      ? "No exception is recorded, and none is open: the system profiles people."
      : "No exception is recorded.";
    return {
      step: stepOf({ ...base, articles, outcome: closed ? "closed" : "none", answer }),
      state: closed ? "closed" : "none",
    };
  }
  if (profiling === "yes") {
    return {
      step: stepOf({
        ...base,
        articles,
        outcome: "closed",
        answer: `An exception is recorded (${quote(ground)}), but a system that profiles people can have none.`,
        contradictions: [
          contradiction(
            "An exception is recorded, and so is profiling, which closes it.",
            facts.at(...at("article6Exception", "profiling")),
          ),
        ],
      }),
      state: "closed",
    };
  }
  const unclear = profiling !== "no";
  const lacking = [
    ...(unclear ? at("profiling") : []),
    ...(reason === undefined ? at("article6Reason") : []),
    ...(assessment?.state === undefined ? at("article6Assessment/state") : []),
  ];
  return {
    step: stepOf({
      ...base,
      articles: [...articles, ...cited(act, "art-6.4")],
      outcome: unclear ? "not-enough-facts" : "claimed",
      answer: unclear
        ? `An exception is recorded (${quote(ground)}); whether it is open depends on profiling, which nobody recorded.`
        : `An exception is recorded (${quote(ground)}), and the system profiles nobody.`,
      missing: facts.blank(...lacking),
      notes: assessmentNotes(assessment?.state),
    }),
    state: unclear ? "unclear" : "claimed",
  };
}

/** Whoever claims the exception writes the assessment down before release; the claim stands on it. */
function assessmentNotes(state: string | undefined): string[] {
  if (state === "done") return ["The written assessment is recorded as done."];
  if (state === undefined || state === "unknown") return ["Nobody recorded whether the assessment is written down."];
  return [`The written assessment is recorded as ${state}; the exception asks for one before release.`];
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
