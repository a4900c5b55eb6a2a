// From one day to the next, nothing changes but what the law says begins on that day.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/assessment/verdict.js";
import { temporaryFolderForAll } from "../support/folder.js";
import { aimsHere } from "../support/program.js";

/** A deployed high-risk system, screened before the points that were added to Art. 5(1); nothing in it ends on some day. */
function system(id: string, role: string, annex: string): string {
  return `kind: system
id: ${id}
name: ${id}
lifecycle: { stage: deployed, deployedOn: 2026-09 }
regulatory:
  euAiAct:
    covered: "yes"
    role: ${role}
    riskClass: high-risk
    ${annex}
    prohibitedPractices:
      screening: { state: done, completedOn: 2026-09 }
      pointsScreened: [a, b, c, d, e, f, g, h]
      pointsMet: []
    transparency: { cases: [] }
`;
}

const folder = temporaryFolderForAll({
  "aims.yaml": "profile: eu-deployer\n",
  "organization.yaml": "kind: organization\nid: clinic\nname: Clinic\n",
  "systems/offered.yaml": system("offered", "provider", 'annexIII: "4(a)"'),
  "systems/used.yaml": system("used", "deployer", 'annexIII: "4(a)"'),
  "systems/built-in.yaml": system("built-in", "provider", "annexI: Regulation (EU) 2017/745"),
});

async function verdictsOn(asOf: string, profile: string): Promise<Verdict[]> {
  const out = join(profile, asOf);
  const { code, stderr } = await aimsHere(["assess", "--profile", profile, "--as-of", asOf, "--out", out], folder);
  expect([code, stderr]).toEqual([0, expect.stringContaining("Written to ")]);
  return (JSON.parse(readFileSync(join(folder, out, "results.json"), "utf8")) as { verdicts: Verdict[] }).verdicts;
}

/** What a verdict asks or finds; that a duty does not apply yet is told with the day, and so is an age. */
function toldBy({ state, findings }: Verdict): Set<string> {
  const messages = state === "not-applicable" ? [] : findings.map(({ message }) => message);
  return new Set(messages.map((message) => message.replace(/(up to )?\d+ days before [\d-]+|on [\d-]+\.$/, "...")));
}

/** What is new in the second of two verdicts of one rule on one system. */
function change(before: Verdict, after: Verdict): string | undefined {
  const told = toldBy(before);
  const now = toldBy(after);
  const fresh = [...now].filter((message) => !told.has(message));
  const settled = [...told].some((message) => !now.has(message) && message.includes("is open between two readings"));
  if (fresh.length === 0 && before.state === after.state && !settled) return undefined;
  const article = after.controls[0]?.replace(/^eu-ai-act:/, "") ?? "";
  if (before.state === "not-applicable") return article;
  if (settled && fresh.length === 0) return `${article} by both readings`;
  const points = fresh.map(
    (message) =>
      / point (\w+) of Art\. 5\(1\)\.$/.exec(message)?.[1] ??
      /^.* event logs are kept; .*\(EU AI Act (Art\. [\d()]+): 6 months; /.exec(message)?.[1] ??
      message,
  );
  return `${article}: ${points.sort().join(", ")}`;
}

/** By system, what the second of two days asks and the first did not. */
async function begunOn(day: string, dayBefore: string, profile: string): Promise<Record<string, string[]>> {
  const [before, after] = [await verdictsOn(dayBefore, profile), await verdictsOn(day, profile)];
  expect(after.map(({ subject, rule }) => [subject, rule])).toEqual(before.map(({ subject, rule }) => [subject, rule]));
  const begun: Record<string, string[]> = {};
  after.forEach((verdict, index) => {
    const earlier = before[index];
    const changed = earlier === undefined ? undefined : change(earlier, verdict);
    if (changed !== undefined) (begun[verdict.subject] ??= []).push(changed);
  });
  for (const articles of Object.values(begun)) articles.sort(naturally);
  return begun;
}

const naturally = new Intl.Collator("en", { numeric: true }).compare;
const added = ["Art. 5: ba, bb"];
/** What binds the provider of a high-risk system; the registration is asked for only where Annex III makes it high-risk. */
const ofProviders = (...registration: readonly string[]): string[] => [
  ...["Art. 6", "Art. 9", "Art. 10", "Art. 11", "Art. 12", "Art. 13", "Art. 14", "Art. 15"],
  ...["Art. 17", "Art. 18", "Art. 19", "Art. 20", "Art. 43 by both readings", ...registration],
  ...["Art. 72 by both readings", "Art. 73 by both readings"],
];
const ofDeployers = ["Art. 6", "Art. 26", "Art. 26(2)", "Art. 26(6)", "Art. 26(7)", "Art. 27"];
/** The control asks for the longest period for logs, and names the articles that ask for it from then on. */
const logsOfProviders = "iso42001:A.6.2.8: Art. 19(1)";
const logsOfDeployers = "iso42001:A.6.2.8: Art. 26(6)";

describe.each([
  {
    profile: "eu-high-risk-provider",
    annexIII: {
      offered: [...ofProviders("Art. 49 by both readings"), logsOfProviders],
      used: ["Art. 6", logsOfDeployers],
    },
    annexI: { "built-in": [...ofProviders(), logsOfProviders] },
  },
  {
    profile: "eu-deployer",
    annexIII: { offered: ["Art. 6", logsOfProviders], used: [...ofDeployers, logsOfDeployers] },
    annexI: { "built-in": ["Art. 6", logsOfProviders] },
  },
])("the profile $profile", ({ profile, annexIII, annexI }) => {
  it("asks from 2026-12-02 on for the two prohibitions that were added, and for nothing else", async () => {
    expect(await begunOn("2026-12-02", "2026-12-01", profile)).toEqual({
      offered: added,
      used: added,
      "built-in": added,
    });
  });

  it("asks from 2027-12-02 on for what the Act asks of high-risk systems under Annex III", async () => {
    expect(await begunOn("2027-12-02", "2027-12-01", profile)).toEqual(annexIII);
  });

  it("asks from 2028-08-02 on for what the Act asks of high-risk systems under Annex I", async () => {
    expect(await begunOn("2028-08-02", "2028-08-01", profile)).toEqual(annexI);
  });
});
