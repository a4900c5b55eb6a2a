import { earliestDay, latestDay } from "../../source/partial-date.js";
import type { Step } from "../derivation.js";
import { dateInWords as on, stepOf } from "../facts.js";
import { cited, provisionAt } from "./act.js";
import { at, type Case, type RiskClass } from "./case.js";
import { possibleDays } from "./days.js";

/** Whether Art. 111(2) leaves a high-risk system out of its duties. */
export interface Older {
  /** Undefined where the system cannot be high-risk. */
  readonly step?: Step;
  readonly leftOut: boolean;
  /** The days before which it was on the market if it is an older one: one, or one for each annex by which it may be high-risk. */
  readonly days: readonly string[];
  /** Whether Art. 6 applies on the day: a duty that is open between two readings is left out only then, as in the rules. */
  readonly inForce: boolean;
  /** JSON pointers of blank fields that would leave it out. */
  readonly assumed: readonly string[];
}

/** What the record tells about one day from which Art. 6 may apply to the system. */
interface Told {
  readonly leftOut: boolean;
  readonly assumed: readonly string[];
  readonly outcome: string;
  readonly answer: string;
}

/**
 * Step 8: a system that was on the market before the requirements applied is left out until its design changes; one for public authorities
 * until a day of its own (Art. 111(2)). Being left out needs proof: what is blank leaves a duty as it is, and the duty then rests on that.
 */
export function older(about: Case, possible: readonly RiskClass[]): Older {
  const { act, recorded, facts, asOf, system } = about;
  const [article6, article111] = [provisionAt(act.provisions, "art-6"), provisionAt(act.provisions, "art-111.2")];
  const days = possibleDays(article6.dated?.readings["settled"]?.days ?? {}, recorded);
  const inForce = days.every((day) => day <= asOf);
  if (!possible.includes("high-risk")) return { leftOut: false, days, inForce, assumed: [] };
  const authorities = article111.dated?.readings["settled"]?.days["public-authority"] ?? "";
  const told = days.map((day) => tell(day));
  const [first] = told;
  const leftOut = told.every((each) => each.leftOut);
  const disputed = !leftOut && told.some((each) => each.leftOut) ? at("annexIII") : [];
  const assumed = [...new Set([...told.flatMap((each) => each.assumed), ...disputed])];
  const changes = (system.changes ?? []).flatMap((change, index) =>
    change.substantial === "no" ? [] : [`/changes/${String(index)}/on`, `/changes/${String(index)}/substantial`],
  );
  const step = stepOf({
    id: "older-systems",
    title: "Older systems",
    outcome: disputed.length > 0 ? "not-enough-facts" : (first?.outcome ?? ""),
    answer:
      disputed.length > 0
        ? "Whether the system is an older one depends on the annex by which it is high-risk, which nobody recorded."
        : (first?.answer ?? ""),
    articles: cited(act, "art-111.2"),
    facts: facts.at(...at("placedOnMarketOn", "publicAuthority"), ...changes),
    missing: facts.blank(...assumed),
  });
  return { step, leftOut, days, inForce, assumed };

  function tell(day: string): Told {
    const placed = recorded.placedOnMarketOn;
    if (placed === undefined) {
      return {
        ...{ leftOut: false, assumed: at("placedOnMarketOn"), outcome: "not-enough-facts" },
        answer: `Nobody recorded when the system was placed on the market; one that was there before ${day} would be left out until its design changes.`,
      };
    }
    if (earliestDay(placed) >= day) {
      return {
        leftOut: false,
        assumed: [],
        outcome: "not-older",
        answer: `The system was placed on the market ${on(placed)}, not before ${day}.`,
      };
    }
    if (latestDay(placed) >= day) {
      return {
        ...{ leftOut: false, assumed: at("placedOnMarketOn"), outcome: "not-enough-facts" },
        answer: `The system was placed on the market ${on(placed)}, which does not tell whether that was before ${day}.`,
      };
    }
    return changed(day, placed) ?? forAuthorities(day, placed);
  }

  function changed(day: string, placed: string): Told | undefined {
    const reopening = (system.changes ?? []).flatMap((change, index) => {
      const isBefore = change.on !== undefined && latestDay(change.on) < day;
      return change.substantial === "no" || isBefore ? [] : [{ ...change, index }];
    });
    if (reopening.length === 0) return undefined;
    const proven = reopening.some(
      ({ on: date, substantial }) => substantial === "yes" && date !== undefined && earliestDay(date) >= day,
    );
    if (proven) {
      const answer = `The system was placed on the market ${on(placed)}, before ${day}, and its design changed since then.`;
      return { leftOut: false, assumed: [], outcome: "changed", answer };
    }
    return {
      leftOut: false,
      assumed: reopening.flatMap(({ index, substantial }) => [
        ...(substantial === "yes" ? [] : [`/changes/${String(index)}/substantial`]),
        ...(substantial === "yes" ? [`/changes/${String(index)}/on`] : []),
      ]),
      outcome: "not-enough-facts",
      answer: `The system was placed on the market ${on(placed)}, before ${day}; whether a change since then counts is not recorded.`,
    };
  }

  function forAuthorities(day: string, placed: string): Told {
    const { publicAuthority } = recorded;
    const words = `The system was placed on the market ${on(placed)}, before ${day}`;
    const dated = inForce ? "leaves it out" : "will leave it out then";
    if (publicAuthority === "no" || asOf < authorities) {
      const until =
        publicAuthority === "no"
          ? ""
          : publicAuthority === "yes"
            ? `, and until ${authorities} at most, since it is meant for public authorities`
            : `, and at most until ${authorities} if it is meant for public authorities`;
      return {
        leftOut: true,
        assumed: [],
        outcome: "older",
        answer: `${words}: Art. 111(2) ${dated} until its design changes${until}.`,
      };
    }
    return publicAuthority === "yes"
      ? {
          leftOut: false,
          assumed: [],
          outcome: "authority-due",
          answer: `${words}, and is meant for public authorities, whose systems comply from ${authorities} on.`,
        }
      : {
          ...{ leftOut: false, assumed: at("publicAuthority"), outcome: "not-enough-facts" },
          answer: `${words}; whether it is meant for public authorities, whose systems comply from ${authorities} on, is not recorded.`,
        };
  }
}
