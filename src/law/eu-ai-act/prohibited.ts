import type { Step } from "../derivation.js";
import { contradiction, fieldAt, stepOf } from "../facts.js";
import { below, cited, type Provision } from "./act.js";
import { at, type Case } from "./case.js";
import { timingOf } from "./days.js";

/** The screening of a system against the prohibited practices. */
export interface Screening {
  readonly step: Step;
  /** Points that the system meets and whose ban applies on the day. */
  readonly met: readonly Provision[];
  /** What is recorded of the points, as words. */
  readonly record: string;
  /** Whether the record tells of every point that is banned on the day. */
  readonly complete: boolean;
}

/** Step 3: the practices of Art. 5(1), each from the day on which its ban applies. */
export function screening({ act, recorded, facts, asOf }: Case): Screening {
  const { screening: made, pointsScreened = [], pointsMet } = recorded.prohibitedPractices ?? {};
  const points = below(act, "art-5.1").map((provision) => ({
    provision,
    letter: provision.id.slice("art-5.1.".length),
    from: provision.dated === undefined ? undefined : timingOf(provision.dated, recorded, asOf),
  }));
  const banned = points.filter(({ from }) => from?.state === "applies");
  const later = points.filter(({ from }) => from?.state === "not-yet");
  const isMet = ({ letter }: { readonly letter: string }): boolean =>
    (pointsMet as readonly string[] | undefined)?.includes(letter) ?? false;
  const met = banned.filter(isMet).map(({ provision }) => provision);
  const metLater = later.filter(isMet).map(({ provision }) => provision);
  const unscreened = banned.filter(
    ({ letter }) => !(pointsScreened as readonly string[]).includes(letter) && !isMet({ letter }),
  );
  const [screenedAt, metAt] = at("prohibitedPractices/pointsScreened", "prohibitedPractices/pointsMet") as [
    string,
    string,
  ];
  const open = [
    ...(unscreened.length === 0
      ? []
      : [`${fieldAt(screenedAt)} (${unscreened.map(({ letter }) => letter).join(", ")})`]),
    ...(pointsMet === undefined ? [fieldAt(metAt)] : []),
  ];
  const labels = (provisions: readonly Provision[]): string =>
    provisions.map(({ label, title }) => `${label} (${title})`).join(", ");
  const undone = made?.state !== undefined && made.state !== "done" && met.length + metLater.length > 0;
  const step = stepOf({
    id: "prohibited-practices",
    title: "Prohibited practices",
    articles:
      met.length + metLater.length > 0 ? [...met, ...metLater].map(({ label }) => label) : cited(act, "art-5.1"),
    ...outcomeOf(),
    facts: facts.at(
      ...at("prohibitedPractices/screening/state", "prohibitedPractices/screening/completedOn"),
      screenedAt,
      metAt,
    ),
    missing: open,
    contradictions: undone
      ? [
          contradiction(
            "Points are recorded as met, but the screening is not recorded as done.",
            facts.at(...at("prohibitedPractices/screening/state"), metAt),
          ),
        ]
      : [],
    notes: later.map(({ provision, from }) => {
      const days = from?.from.flatMap(({ days: each }) => each).join(" or ") ?? "";
      return `${provision.label} (${provision.title}) is banned only from ${days}.`;
    }),
  });
  return { step, met, record: recordInWords(), complete: open.length === 0 };

  /** The points by what is recorded of each: met, screened, or neither. */
  function recordInWords(): string {
    const named = (of: typeof banned): string => of.map(({ letter }) => `(${letter})`).join(", ");
    const screened = banned.filter((each) => !unscreened.includes(each) && !isMet(each));
    if (met.length === 0 && screened.length === 0 && pointsMet === undefined) return "nobody recorded a screening";
    if (met.length === 0 && open.length === 0) return "screened against every point that is banned, and none is met";
    const unanswered = pointsMet === undefined ? ", but nobody recorded which points are met" : "";
    return [
      ...(met.length === 0 ? [] : [`the system meets ${named(banned.filter(isMet))}`]),
      ...(screened.length === 0 ? [] : [`screened against ${named(screened)}${unanswered}`]),
      ...(unscreened.length === 0 ? [] : [`not screened against ${named(unscreened)}`]),
    ].join("; ");
  }

  function outcomeOf(): Pick<Step, "outcome" | "answer"> {
    if (met.length > 0) return { outcome: "met", answer: `The system meets what is banned: ${labels(met)}.` };
    if (metLater.length > 0) {
      return {
        outcome: "met-later",
        answer: `The system meets what is not banned yet, but will be: ${labels(metLater)}.`,
      };
    }
    if (open.length === 0)
      return { outcome: "none-met", answer: "The record says that the system meets no practice that is banned." };
    return pointsMet === undefined
      ? { outcome: "not-enough-facts", answer: "Nobody recorded whether the system meets a prohibited practice." }
      : {
          outcome: "not-enough-facts",
          answer: "The record names no practice that is met, but not every practice that is banned was looked at.",
        };
  }
}
