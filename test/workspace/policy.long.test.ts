/** Rules of a workspace that may read any of those that ship with aims, so that all of these are compiled with them. */
import { expect, it } from "vitest";
import { nodeHost } from "../../src/runs/host.js";
import { testRules } from "../../src/runs/rules.js";
import { temporaryFolder } from "../support/folder.js";
import { loaded, observed, said, says } from "../support/own-policy.js";

it.each([
  ["rules whose names are known only when they run", "count({name | some name, _ in data.aims.rules}) > 200", "true"],
  ["packages whose names are known only when they run", "count({name | some name; data[name].lib.dates}) > 0", "true"],
])("rules of a workspace read %s", async (_, value, message) => {
  expect(await observed(await loaded({ near: says(value) }), "near")).toEqual(said(message));
});

it("tests of a workspace read what its rules read, however they name it", async () => {
  const folder = temporaryFolder({
    "aims.yaml": "profile: iso-42001-starter\n",
    "rules/own_test.rego": `package acme.own_test

import data["aims"]["lib"] as library

lib := lower("LIB")

test_brackets if data["aims"].lib.dates.precision("2026") == "year"

test_import if library.dates.precision("2026-11") == "month"

test_template if $"{concat(", ", [name | some name, month in data.aims[lib].dates.months; month.number == 11])}" == "11"
`,
  });
  const { value, problems } = await testRules(".", {}, nodeHost(folder, {}));
  expect(problems).toEqual([]);
  expect(value?.tests.map(({ name, state, difference }) => [name, state, difference])).toEqual([
    ["test_brackets", "pass", undefined],
    ["test_import", "pass", undefined],
    ["test_template", "pass", undefined],
  ]);
});
