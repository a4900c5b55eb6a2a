import { describe, expect, it } from "vitest";
import { diagnosticsAbout, originsOf } from "../../../src/oscal/origins.js";
import type { ProfileResolution } from "../../../src/oscal/resolve.js";
import { catalogText, originText, resolveText } from "../../support/profiles.js";

/** For each thing of the id: the pointer of the resolved catalog or "absent", then the steps as `action pointer item`. */
function why(resolution: ProfileResolution, id: string): string[][] {
  return originsOf(resolution, id).map(({ pointer = "absent", steps }) => [
    pointer,
    ...steps.map((step) => [step.action, step.pointer, step.property, step.item].filter(Boolean).join(" ")),
  ]);
}

describe("what an alteration does not add", () => {
  const alter = (alters: string): string =>
    `imports: [{href: catalog.yaml, include-all: {}}]\nmodify: {alters: [${alters}]}`;

  it.each([
    ["an unknown control", "{control-id: z, adds: [{parts: [PART]}]}", 'no control "z" is selected'],
    [
      "something that is not in the control",
      "{control-id: a.1, adds: [{by-id: nowhere, parts: [PART]}]}",
      'nothing in the control "a.1" has the id "nowhere"',
    ],
    [
      "the control by its own id",
      "{control-id: a.1, adds: [{by-id: a.1, parts: [PART]}]}",
      "by-id is the control itself, not something inside it",
    ],
    ["what cannot hold it", "{control-id: a.1, adds: [{by-id: a.1_prm, parts: [PART]}]}", "a param cannot hold parts"],
  ])("to %s is said not to be added, with the reason", async (_, alters, reason) => {
    const part = "{id: new, name: item, parts: [{id: inner, name: item}]}";
    const resolution = await resolveText(alter(alters.replace("PART", part)));
    const pointer = "/profile/modify/alters/0/adds/0/parts/0";
    expect(why(resolution, "new")).toEqual([["absent", `not-added ${pointer} ${reason}`]]);
    expect(why(resolution, "inner")).toEqual([["absent", `not-added ${pointer}/parts/0 ${reason}`]]);
    expect(resolution.provenance.of("new").map(({ action }) => action)).toEqual(["not-added"]);
    expect(originText(resolution, "new")).toMatch(
      /^new {2}\(not in the resolved catalog\)\n {2}not added by {3}profile\.yaml:\d+:\d+ {2}\(/,
    );
  });

  it("is told beside another of its id that is there; what is added is not", async () => {
    const resolution = await resolveText(
      alter(
        "{control-id: z, adds: [{params: [{id: p}]}]}, {control-id: a.1, adds: [{params: [{id: p}], parts: [{id: q, name: item}]}]}",
      ),
    );
    expect(why(resolution, "p")).toEqual([
      [expect.stringMatching(/\/params\/1$/), "added /profile/modify/alters/1/adds/0/params/0"],
      ["absent", 'not-added /profile/modify/alters/0/adds/0/params/0 no control "z" is selected'],
    ]);
    expect(why(resolution, "q")).toEqual([
      [expect.stringMatching(/\/parts\/2$/), "added /profile/modify/alters/1/adds/0/parts/0"],
    ]);
  });

  it("is added where one of several controls of the id takes it", async () => {
    const resolution = await resolveText(
      "imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}, {href: other.yaml, include-all: {}}]\nmodify: {alters: [{control-id: a.1, adds: [{by-id: a.1_smt, parts: [{id: q, name: item}]}]}]}",
      { "other.yaml": catalogText("controls: [{id: a.1, title: Other}]", 5) },
    );
    expect(why(resolution, "q").map(([place]) => place)).toEqual([expect.stringMatching(/\/parts\/0\/parts\/2$/)]);
  });
});

describe("instructions that name an id without effect", () => {
  it("are found by the id", async () => {
    const resolution = await resolveText(
      "imports: [{href: catalog.yaml, include-all: {}}]\nmodify: {set-parameters: [{param-id: nope, values: ['1']}], alters: [{control-id: z}]}",
    );
    const codes = (id: string): string[] => diagnosticsAbout(resolution, id).map(({ code }) => code);
    expect([codes("nope"), codes("z"), codes("a.1"), codes("1")]).toEqual([
      ["profile-unknown-parameter"],
      ["profile-alter-unknown-control"],
      [],
      [],
    ]);
  });
});
