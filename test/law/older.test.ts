/** What a reader who plans for a day to come is told of duties that Art. 111(2) leaves aside by then. */
import { expect, it } from "vitest";
import type { Duty } from "../../src/law/derivation.js";
import { system } from "../support/subjects.js";
import { euAiAct } from "./derived.js";

const older = "riskClass: high-risk, annexIII: 5(b), placedOnMarketOn: 2023-05-02";
const newer = "riskClass: high-risk, annexIII: 5(b), placedOnMarketOn: 2027-12-02";

function duties(act: string, asOf: string): ReadonlyMap<string, Duty> {
  const subject = system(
    `kind: system\nid: a\nname: A\nregulatory: { euAiAct: { covered: yes, role: provider, furtherRoles: [deployer], ${act} } }\n`,
  );
  return new Map(euAiAct(subject, asOf).duties.map((duty) => [duty.id, duty]));
}

function told(act: string, asOf: string): Readonly<Record<string, unknown>> {
  const all = duties(act, asOf);
  return Object.fromEntries(
    ["art-9", "art-26.7", "art-40", "art-72"].map((id) => [id, [all.get(id)?.state, all.get(id)?.why]]),
  );
}

it("is said of each duty of an older system before the day, in whatever state it is", () => {
  expect(told(older, "2026-12-02")).toEqual({
    "art-9": ["not-yet", "By then Art. 111(2) leaves the system out, unless its design changes significantly."],
    "art-26.7": [
      "not-enough-facts",
      "It binds only where an employer uses the system at a workplace. From 2027-12-02 on Art. 111(2) leaves the system out, unless its design changes significantly.",
    ],
    "art-40": [
      "left-out",
      "Art. 111(2) leaves the system out, which was on the market before 2027-12-02, unless its design changes significantly.",
    ],
    "art-72": [
      "open",
      "From 2027-12-02 on Art. 111(2) leaves the system out, unless its design changes significantly.",
    ],
  });
});

it("is not said of a system that is none of the older ones", () => {
  expect(told(newer, "2026-12-02")).toEqual({
    "art-9": ["not-yet", undefined],
    "art-26.7": ["not-enough-facts", "It binds only where an employer uses the system at a workplace."],
    "art-40": ["applies", undefined],
    "art-72": ["open", undefined],
  });
});

it("comes true: each duty of high risk that was announced as left out is left out from that day on", () => {
  const before = [...duties(older, "2026-12-02").values()].filter(
    ({ why = "", state }) => why.includes("Art. 111(2)") && state !== "not-enough-facts",
  );
  const after = duties(older, "2027-12-02");
  expect(before.length).toBeGreaterThan(20);
  expect(before.filter(({ id }) => after.get(id)?.state !== "left-out")).toEqual([]);
});
