/** The glossary explains the words that the program and its pages use. */
import { describe, expect, it } from "vitest";
import { projectText } from "../support/project.js";

const words = [
  ...[
    "AIMS",
    "As-of",
    "Assessment",
    "Assurance",
    "Blank",
    "Catalog",
    "Control",
    "Control id",
    "Descriptor",
    "Diagnostic",
    "Duty",
  ],
  ...[
    "Evidence",
    "Finding",
    "Framework",
    "Gate",
    "Minimum assurance",
    "Not assessed",
    "Open",
    "Organization",
    "OSCAL",
    "Parameter",
  ],
  ...["Practice", "Profile", "Rule", "Severity", "State", "Subject", "Suppression", "UUID", "Verdict", "Workspace"],
];
const states = ["error", "not-satisfied", "stale", "no-evidence", "partial", "satisfied", "not-applicable"];

const text = projectText("docs/glossary.md");
const entries = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((entry) => [entry.slice(0, entry.indexOf("\n")), entry.slice(entry.indexOf("\n")).trim()]),
);

describe("the glossary", () => {
  it("has these words in the order of the alphabet, each with an explanation", () => {
    expect([...entries.keys()]).toEqual(words);
    expect([...entries].filter(([, words]) => words.split(/\s+/).length < 10)).toEqual([]);
  });

  it("has every state, worst first", () => {
    expect([...(entries.get("State") ?? "").matchAll(/^\| ([a-z][a-z-]+) +\|/gm)].map(([, state]) => state)).toEqual(
      states,
    );
  });
});
