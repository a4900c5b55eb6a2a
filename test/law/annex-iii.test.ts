/** Areas and uses of Annex III in the forms in which people write them. */
import { expect, it } from "vitest";
import { system } from "../support/subjects.js";
import { euAiAct } from "./derived.js";

it.each([
  ["5(b)", ["Annex III 5(b)"]],
  ["5 (b)", ["Annex III 5(b)"]],
  ["5b", ["Annex III 5(b)"]],
  ["5.b", ["Annex III 5(b)"]],
  ["(5)(b)", ["Annex III 5(b)"]],
  ["point 5 (b)", ["Annex III 5(b)"]],
  ["point 5, letter b", ["Annex III 5(b)"]],
  ["Annex III, point 5(b) of Regulation (EU) 2024/1689", ["Annex III 5(b)"]],
  ["Annex III.5.b (credit, since 2024)", ["Annex III 5(b)"]],
  ["4", ["Annex III 4"]],
  ["area 4 and 5(a)", ["Annex III 4", "Annex III 5(a)"]],
  ["4(a), 4(b)", ["Annex III 4(a)", "Annex III 4(b)"]],
  ["4 a person is hired", ["Annex III 4"]],
  ["credit scoring", ["Annex III"]],
])("%s", (text, articles) => {
  const subject = system(
    `kind: system\nid: a\nname: A\nregulatory: { euAiAct: { annexIII: ${JSON.stringify(text)} } }\n`,
  );
  const step = euAiAct(subject, "2026-01-01").steps.find(({ id }) => id === "high-risk");
  expect(step?.articles.slice(1)).toEqual(articles);
});
