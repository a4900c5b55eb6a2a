import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.js";
import { oscalChain } from "../../src/exchange/oscal.js";
import { materialize } from "../../src/source/stringify.js";
import { smallProfile } from "../support/profiles.js";
import { smallAssessment } from "../support/report.js";

function restingOn(resolved: Assessment["basis"]["profile"]["resolved"]): Assessment {
  const { basis, ...rest } = smallAssessment();
  return { ...rest, basis: { ...basis, profile: { ...basis.profile, resolved } } };
}

const written = ["system-security-plan.json", "assessment-plan.json", "assessment-results.json"];

describe("the chain of OSCAL documents", () => {
  it("has the catalogs and the profile first, called after their files, then what imports them", () => {
    const chain = oscalChain(restingOn(smallProfile("profiles/own profile.yaml", "catalog/house.yaml")));
    expect([...chain.keys()]).toEqual(["house.json", "own profile.json", ...written]);
  });

  it("gives a number to a name that is taken, whatever its case, also by what is written beside it", () => {
    const profile = smallProfile("a/results.yaml", "a/House.yaml", "b/house.xml.yaml", "c/house.yaml");
    expect([...oscalChain(restingOn(profile)).keys()]).toEqual([
      "House.json",
      "house.xml.json",
      "house-2.json",
      "results-2.json",
      ...written,
    ]);
  });

  it("has a catalog once that is imported twice, and imports name their neighbours as URI references", () => {
    const once = smallProfile("profiles/own.yaml", "catalog/house rules.yaml");
    const twice = {
      ...once,
      profile: { ...once.profile, imports: [...once.profile.imports, ...once.profile.imports] },
      catalogs: [...once.catalogs, ...once.catalogs],
    };
    const chain = oscalChain(restingOn(twice));
    expect([...chain.keys()]).toEqual(["house rules.json", "own.json", ...written]);
    expect(chain.get("house rules.json")?.()).toEqual({ catalog: once.catalogs[0]?.catalog });
    const neighbour = { href: "house%20rules.json", "include-all": {} };
    expect(chain.get("own.json")?.()).toEqual({ profile: { ...once.profile, imports: [neighbour, neighbour] } });
    expect(materialize(chain.get("system-security-plan.json")?.())).toMatchObject({
      "system-security-plan": { "import-profile": { href: "own.json" } },
    });
  });
});
