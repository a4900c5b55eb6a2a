import type { System } from "../../inventory/descriptor.js";
import { earliestDay } from "../../source/partial-date.js";
import type { Contradiction, Duty, DutyState, Step } from "../derivation.js";
import { contradiction, dateInWords, stepOf, type Facts } from "../facts.js";
import type { HighImpact, MinimumPractice } from "./memoranda.js";
import { progressOf } from "./practice.js";

const [determinationAt, justificationAt, waiversAt, withheldAt] = [
  "highImpact",
  "justification",
  "waivers",
  "withheld",
].map((field) => `/regulatory/omb/${field}`) as [string, string, string, string];

type Waiver = NonNullable<NonNullable<NonNullable<System["regulatory"]>["omb"]>["waivers"]>[number];

/** Whether the use is high-impact, as the agency determined it (OMB M-25-21). */
export function determination(system: System, facts: Facts, { memorandum, issuedOn }: HighImpact, asOf: string): Step {
  const { highImpact, justification, waivers = [] } = system.regulatory?.omb ?? {};
  const reasons = justification === undefined ? "" : `: ${justification}`;
  const answers: Readonly<Record<NonNullable<typeof highImpact>, readonly [outcome: string, answer: string]>> = {
    yes: ["yes", `The use is determined to be high-impact${reasons}`],
    "presumed-but-not": [
      "presumed-but-not",
      justification === undefined
        ? "The use is presumed to be high-impact and determined not to be, but nobody recorded why"
        : `The use is presumed to be high-impact and determined not to be${reasons}`,
    ],
    no: ["no", `The use is determined not to be high-impact${reasons}`],
    unknown: ["unknown", "Somebody was asked whether the use is high-impact and does not know"],
  };
  const [outcome, answer] =
    highImpact === undefined
      ? ["not-enough-facts", "Nobody recorded whether the use is high-impact"]
      : answers[highImpact];
  const isOther = highImpact === "no" || highImpact === "presumed-but-not";
  return stepOf({
    id: "high-impact",
    title: "High-impact use",
    outcome,
    answer: /[.!?]$/.test(answer) ? answer : `${answer}.`,
    articles: [memorandum],
    facts: facts.at(determinationAt, justificationAt),
    missing: [
      ...facts.blank(determinationAt),
      ...(highImpact === "presumed-but-not" ? facts.blank(justificationAt) : []),
    ],
    contradictions:
      isOther && waivers.length > 0
        ? [
            contradiction(
              "Practices are waived that nobody asks for, since the use is recorded as not high-impact.",
              facts.at(determinationAt, waiversAt),
            ),
          ]
        : [],
    notes: [
      "The memoranda bind federal agencies; the descriptor of a system does not say whether the organization is one.",
      ...(asOf < issuedOn ? [`${memorandum} was issued only on ${issuedOn}.`] : []),
    ],
  });
}

/** Whether the entry of a high-impact use is in the public inventory, or on which ground it is withheld. */
export function publicInventory(system: System, facts: Facts, { memorandum }: HighImpact): Step | undefined {
  const { highImpact, withheld } = system.regulatory?.omb ?? {};
  if (highImpact !== "yes") return undefined;
  const answers: Readonly<Record<NonNullable<typeof withheld>, string>> = {
    no: "The entry is published in the inventory.",
    "disclosure-risk": "The entry is withheld from the inventory, since publishing it would do harm.",
    "prohibited-by-law": "The entry is withheld from the inventory, since a law forbids publishing it.",
    other: "The entry is withheld from the inventory on another ground, which somebody has to judge.",
  };
  return stepOf({
    id: "public-inventory",
    title: "Public inventory",
    outcome: withheld === undefined ? "not-enough-facts" : withheld === "no" ? "published" : "withheld",
    answer:
      withheld === undefined
        ? "Nobody recorded whether the entry is withheld from the public inventory."
        : answers[withheld],
    articles: [memorandum],
    facts: facts.at(withheldAt),
    missing: facts.blank(withheldAt),
  });
}

/** The waivers of minimum practices; a waiver never makes a practice count as done. */
export function waived(system: System, facts: Facts, law: HighImpact, asOf: string): Step | undefined {
  const { highImpact, waivers } = system.regulatory?.omb ?? {};
  if (highImpact !== "yes") return undefined;
  const base = {
    id: "waivers",
    title: "Waivers",
    articles: [`${law.memorandum}, appendix, section 4`],
    facts: facts.at(waiversAt),
  };
  if (waivers === undefined) {
    return stepOf({
      ...base,
      outcome: "not-enough-facts",
      answer: "Nobody recorded whether a practice is waived.",
      missing: facts.blank(waiversAt),
    });
  }
  if (waivers.length === 0)
    return stepOf({ ...base, outcome: "none", answer: "The record says that no practice is waived." });
  const lacking = waivers.flatMap((_, index) =>
    ["approvedBy", "grantedOn", "reason", "published"].map((field) => `${waiversAt}/${String(index)}/${field}`),
  );
  const contradictions: Contradiction[] = waivers.flatMap((each, index) => {
    const [granted] = [each.grantedOn].filter((date) => date !== undefined);
    return granted !== undefined && earliestDay(granted) > asOf
      ? [
          contradiction(
            `The waiver of ${each.practice} is dated ${granted}, after ${asOf}.`,
            facts.at(`${waiversAt}/${String(index)}/grantedOn`),
          ),
        ]
      : [];
  });
  return stepOf({
    ...base,
    outcome: waivers.map(({ practice }) => practice).join(", "),
    answer: `Waived: ${waivers.map(waiverInWords).join("; ")}.`,
    facts: waivers.flatMap((_, index) => facts.at(`${waiversAt}/${String(index)}/practice`)),
    missing: facts.blank(...lacking),
    contradictions,
    notes: [
      "A practice that is waived stays undone; a waiver is confirmed again each year, and its summary published.",
    ],
  });
}

function waiverInWords({ practice, approvedBy, grantedOn, confirmedOn, reason }: Waiver): string {
  const parts = [
    ...(approvedBy === undefined ? [] : [`by ${approvedBy}`]),
    ...(grantedOn === undefined ? [] : [dateInWords(grantedOn)]),
    ...(confirmedOn === undefined ? [] : [`confirmed ${dateInWords(confirmedOn)}`]),
  ];
  return `${practice}${parts.length === 0 ? "" : `, ${parts.join(" ")}`}${reason === undefined ? "" : ` (${reason.replace(/[.]$/, "")})`}`;
}

/** The minimum practices of a use that is, or may be, high-impact, each with how far it got. */
export function minimumPractices(system: System, facts: Facts, law: HighImpact, asOf: string): Duty[] {
  const { highImpact, waivers = [] } = system.regulatory?.omb ?? {};
  if (highImpact === "no" || highImpact === "presumed-but-not") return [];
  const isOpen = highImpact === undefined || highImpact === "unknown";
  const state: DutyState = isOpen ? "not-enough-facts" : asOf < law.practicesFrom ? "not-yet" : "applies";
  return law.practices.map((practice): Duty => {
    const index = waivers.findIndex((each) => each.practice === practice.id && grantedBy(each, asOf));
    const waiver = waivers[index];
    const { words, missing } = recordOf(practice);
    return {
      ...{
        id: practice.id,
        article: `${law.memorandum}, ${law.section}(${practice.point})`,
        title: practice.name,
        state,
      },
      ...{
        binds: ["agency"],
        includes: [],
        from: [{ reading: "settled", days: [law.practicesFrom] }],
        setBy: law.memorandum,
      },
      ...(isOpen ? { why: "Whether the use is high-impact is open." } : {}),
      record: waiver === undefined ? words : `${words}; waived`,
      facts: facts.at(
        ...practice.fields.flatMap((field) => ["state", "completedOn", "validUntil"].map((each) => `${field}/${each}`)),
        ...(practice.mode === undefined ? [] : [practice.mode]),
        ...(waiver === undefined ? [] : [`${waiversAt}/${String(index)}/practice`]),
      ),
      missing: isOpen ? facts.blank(determinationAt) : missing,
      ...{ assumes: [], notes: [] },
    };
  });

  function recordOf({ fields, mode }: MinimumPractice): {
    readonly words: string;
    readonly missing: readonly string[];
  } {
    const made = fields.map((field) => progressOf(system, field, asOf));
    const overseen = mode === undefined ? [] : [modeInWords(system.oversight?.mode)];
    return {
      words: [...overseen, ...made.map(({ words }) => (mode === undefined ? words : `fail-safe: ${words}`))].join("; "),
      missing: facts.blank(...fields.map((field) => `${field}/state`), ...(mode === undefined ? [] : [mode])),
    };
  }
}

function grantedBy({ grantedOn }: Waiver, asOf: string): boolean {
  return grantedOn === undefined || earliestDay(grantedOn) <= asOf;
}

function modeInWords(mode: NonNullable<System["oversight"]>["mode"]): string {
  if (mode === undefined) return "oversight: nothing is recorded";
  return mode === "none" || mode === "unknown"
    ? `oversight: recorded as ${mode}`
    : `oversight: ${mode.replaceAll("-", " ")}`;
}
