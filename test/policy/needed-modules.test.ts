import { describe, expect, it } from "vitest";
import { neededModules, readsEverything, type ReadingModule } from "../../src/policy/rules/needed-modules.js";

const module = (path: string, name: string, ...reads: string[]): ReadingModule => ({ path, package: name, reads });
const modules = [
  module("rules/a.rego", "aims.rules.a", "aims.lib.dates", "params"),
  module("rules/a_test.rego", "aims.rules.a_test", "aims.rules.a", "aims.lib.cases_test"),
  module("rules/b.rego", "aims.rules.b", "aims.lib.duty.given"),
  module("rules/lib/cases_test.rego", "aims.lib.cases_test"),
  module("rules/lib/dates.rego", "aims.lib.dates"),
  module("rules/lib/dates_test.rego", "aims.lib.dates", "aims.lib.cases_test"),
  module("rules/lib/duty/given.rego", "aims.lib.duty", "aims.lib.dates"),
  module("rules/lib/duty/kept.rego", "aims.lib.duty"),
  module("rules/lib/other.rego", "aims.lib.datesandtimes"),
];
const needed = (...roots: string[]): string[] => neededModules(roots, modules).map(({ path }) => path);

describe("the modules that others need", () => {
  it("are those whose packages they read, and what these read", () => {
    expect(needed("rules/a.rego")).toEqual(["rules/a.rego", "rules/lib/dates.rego"]);
    expect(needed("rules/a_test.rego")).toEqual([
      ...["rules/a.rego", "rules/a_test.rego", "rules/lib/cases_test.rego", "rules/lib/dates.rego"],
    ]);
  });

  it("are all files of a package, also where one reads a part of it, without its tests", () => {
    expect(needed("rules/b.rego")).toEqual([
      ...["rules/b.rego", "rules/lib/dates.rego", "rules/lib/duty/given.rego", "rules/lib/duty/kept.rego"],
    ]);
    expect(needed("rules/lib/dates_test.rego")).toEqual([
      ...["rules/lib/cases_test.rego", "rules/lib/dates.rego", "rules/lib/dates_test.rego"],
    ]);
  });

  it("are all packages below the path that is read", () => {
    const reader = module("own.rego", "acme.own", "aims.lib");
    expect(neededModules(["own.rego"], [...modules, reader]).map(({ path }) => path)).toEqual([
      ...["rules/lib/dates.rego", "rules/lib/duty/given.rego", "rules/lib/duty/kept.rego", "rules/lib/other.rego"],
      "own.rego",
    ]);
  });
});

describe("a module that reads", () => {
  it.each([
    ["data.aims.lib.dates", false],
    ['data["aims"].lib', false],
    ["input.data[name]", false],
    ['"data [of the system]"', false],
    ["1 # data[name]", false],
    ['$"{data.aims.lib.one} of {input.x}"', false],
    ["data[name].lib", true],
    ["count(data)", true],
    ["data[`a`]", false],
    ['$"{data[name]}"', true],
    ['$"{concat(", ", [m | some m in data[name].said])}"', true],
    ['$"{"`"}{data[name].said}`"', true],
    ['$"{concat(", ", [input.metadata, data.aims.lib.one])}"', false],
  ])("%s: of everything %s", (value, everything) => {
    expect(readsEverything("own.rego", { "own.rego": `package acme\n\nx := ${value}\n` })).toBe(everything);
  });
});
