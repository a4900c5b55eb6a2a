import { existsSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { sharedPath } from "../support/project.js";
import { nodesOf, profileNames, readCatalog, readProfile } from "./documents.js";
import { overlapFinder, wordsOf } from "./own-words.js";

const referencePath = sharedPath("reference/iso42001.json");
const evidencePath = sharedPath("reference/iso42001-evidence.json");
const withoutReference = "needs ../shared/reference";

/** All sentences of the shipped content, lists of records split into their entries; titles are facts and left out. */
function sentences(): { path: string; text: string }[] {
  const documents = [
    { name: "catalog", document: readCatalog() },
    ...profileNames.map((name) => ({ name, document: readProfile(name) })),
  ];
  return documents.flatMap(({ name, document }) =>
    nodesOf(document, name).flatMap(({ path, node }) => {
      if (typeof node !== "string" || !/\/(prose|usage|remarks|label|description|value)$/.test(path)) return [];
      const entries = node.startsWith("* ") ? node.split("\n").map((line) => line.slice(2)) : [node];
      return entries.flatMap((entry) => [entry, ...entry.split(/(?<=[.:;])\s/)]).map((text) => ({ path, text }));
    }),
  );
}

function textsBelow(path: string, keys: RegExp): string[] {
  return nodesOf(JSON.parse(readFileSync(path, "utf8")) as unknown).flatMap(({ path: at, node }) =>
    typeof node === "string" && keys.test(at) ? [node] : [],
  );
}

test("no sentence repeats a paraphrase of the reference, whole or eight words in a row", (context) => {
  context.skip(!existsSync(referencePath), withoutReference);
  const paraphrases = textsBelow(referencePath, /\/paraphrase$/);
  expect(paraphrases.length).toBeGreaterThan(80);
  const overlaps = overlapFinder(paraphrases, 8);
  expect(sentences().filter(({ text }) => overlaps(text).length > 0)).toEqual([]);
});

test("no sentence repeats a line of the reference's evidence lists", (context) => {
  context.skip(!existsSync(evidencePath), withoutReference);
  // Names of records of up to three words, such as "Audit reports", are terms of the trade and belong to nobody.
  const lines = textsBelow(evidencePath, /\/(evidence\/\d+|check)$/).filter((line) => wordsOf(line).length > 3);
  expect(lines.length).toBeGreaterThan(200);
  const overlaps = overlapFinder(lines, 8);
  expect(sentences().filter(({ text }) => overlaps(text).length > 0)).toEqual([]);
});

test("every statement, guidance and objective is worded for its own control", () => {
  const prose = nodesOf(readCatalog()).flatMap(({ path, node }) =>
    path.endsWith("/prose") && typeof node === "string" && !node.startsWith("* ") ? [node] : [],
  );
  const seen = prose.map((text) => wordsOf(text).join(" "));
  expect(seen.filter((text, index) => seen.indexOf(text) !== index)).toEqual([]);
});

test("the finder sees a whole text, eight words in a row across punctuation, and nothing less", () => {
  const overlaps = overlapFinder(["Keep records.", "one two three, four five six seven eight nine"], 8);
  expect(overlaps("keep RECORDS")).toEqual(["keep records"]);
  expect(overlaps("zero two three four (five) six seven: eight nine ten")).toEqual([
    "two three four five six seven eight nine",
  ]);
  expect(overlaps("one two three four five six seven and eight")).toEqual([]);
});
