/**
 * Which rule makes each check of records and repositories that the reference names for a requirement or control. The table
 * holds, in the order of the reference, a rule or several that make the check together.
 */
import { existsSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { shippedPolicy } from "../../src/workspace/policy.js";
import { projectText, readJson, sharedPath } from "../support/project.js";
import { controlsOf, readCatalog } from "./documents.js";
import { annexControls, clauseRequirements, controlId } from "./requirements.js";

const referencePath = sharedPath("reference/iso42001-evidence.json");
const without = "needs ../shared/reference/iso42001-evidence.json";

type Makers = string | readonly string[];

interface Reference {
  readonly items: readonly {
    readonly id: string;
    readonly machine_checks: readonly { readonly kind: string }[];
  }[];
}

const table = JSON.parse(projectText("test/catalog/machine-checks.json")) as Readonly<
  Record<string, readonly Makers[]>
>;
const labels = [...clauseRequirements, ...annexControls];
const { rules } = shippedPolicy().policy;
const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
const checks = Object.entries(table).flatMap(([label, made]) =>
  made.map((makers, position) => ({ label, position, makers: [makers].flat() })),
);

/** The kind of the duty that the METADATA of a rule names. */
function dutyOf(id: string): string | undefined {
  return /^# {3}duty: (\S+)$/m.exec(projectText(ruleOf.get(id)?.file ?? ""))?.[1];
}

describe("the table of checks", () => {
  test("names 140 checks of the 70 requirements and controls, in their order, each made by some rule", () => {
    expect(Object.keys(table)).toEqual(labels);
    expect(checks).toHaveLength(140);
    expect(checks.filter(({ makers }) => makers.length === 0 || new Set(makers).size < makers.length)).toEqual([]);
  });

  test("names rules that ship, and that speak for the control whose check they make", () => {
    const wrong = checks.flatMap(({ label, position, makers }) =>
      makers
        .filter((id) => ruleOf.get(id)?.controls.includes(`iso42001:${label}`) !== true)
        .map((id) => `${label} ${String(position)} ${id}`),
    );
    expect(wrong).toEqual([]);
  });

  test("has, check for check, the kinds of the reference; what only a person can judge is attested, and nothing else", (context) => {
    context.skip(!existsSync(referencePath), without);
    const { items } = readJson(referencePath) as unknown as Reference;
    expect(Object.entries(table).map(([label, made]) => [label, made.length])).toEqual(
      items.map(({ id, machine_checks }) => [id, machine_checks.length]),
    );
    const kinds = items.flatMap(({ machine_checks }) => machine_checks.map(({ kind }) => kind));
    expect(
      Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => one === kind).length])),
    ).toEqual({
      descriptor: 61,
      repository: 41,
      "record-freshness": 36,
      "human-judgement": 2,
    });
    const attested = checks.map(({ makers }) => makers.some((id) => dutyOf(id) === "attested"));
    expect(attested).toEqual(kinds.map((kind) => kind === "human-judgement"));
  });
});

test("every requirement and control has a rule that speaks for it", () => {
  const spokenFor = new Set(rules.flatMap((rule) => rule.controls));
  expect(labels.filter((label) => !spokenFor.has(`iso42001:${label}`))).toEqual([]);
  expect(labels.map(controlId)).toEqual(controlsOf(readCatalog()).map(({ id }) => id));
});

describe("the guide", () => {
  const rows = [
    ...projectText("docs/guide.md").matchAll(/^\| (\S+) [^|]*\| +(\d*) \| +(\d*) \| +(\d*) \| +(\d*) \| +(\d+) \|$/gm),
  ].map(([, part = "", ...counts]) => [part, ...counts.map(Number)] as const);
  const belongs = (label: string, part: string): boolean => part === "All" || label.startsWith(`${part}.`);

  test("counts the rules and checks of each clause and topic", () => {
    expect(
      rows.map(([part, ...counts]) => [part, counts[4], counts.slice(0, 4).reduce((one, other) => one + other, 0)]),
    ).toEqual(
      [...new Set(labels.map((label) => /^(?:A\.)?\d+/.exec(label)?.[0] ?? "")), "All"].map((part) => [
        part,
        rules.filter((rule) =>
          rule.controls.some((control) =>
            labels.some((label) => control === `iso42001:${label}` && belongs(label, part)),
          ),
        ).length,
        checks.filter(({ label }) => belongs(label, part)).length,
      ]),
    );
  });

  test("counts the checks of each kind", (context) => {
    context.skip(!existsSync(referencePath), without);
    const kinds = ["descriptor", "repository", "record-freshness", "human-judgement"];
    const { items } = readJson(referencePath) as unknown as Reference;
    expect(rows.map(([part, ...counts]) => [part, counts.slice(0, 4)])).toEqual(
      rows.map(([part]) => [
        part,
        kinds.map(
          (kind) =>
            items
              .filter(({ id }) => belongs(id, part))
              .flatMap(({ machine_checks }) => machine_checks)
              .filter((check) => check.kind === kind).length,
        ),
      ]),
    );
  });
});
