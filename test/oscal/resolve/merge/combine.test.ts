import { describe, expect, it } from "vitest";
import {
  alphabet,
  catalogOf,
  catalogText,
  found,
  outline,
  profileText,
  resolveFiles,
  resolveText,
} from "../../../support/profiles.js";

const twice =
  "imports:\n- {href: catalog.yaml, include-controls: [{with-ids: [a.1, b.2]}]}\n- {href: catalog.yaml, include-controls: [{with-child-controls: 'yes', with-ids: [a.1, a.2]}]}\n";

describe("controls of one id", () => {
  it.each(["", "merge: {combine: {method: keep}, flat: {}}", "merge: {combine: {}, flat: {}}"])(
    "are kept, with a warning, where nothing else is said: %s",
    async (merge) => {
      const resolution = await resolveText(twice + merge);
      expect(outline(catalogOf(resolution))).toBe("a.1 b.2 a.1 a.2 a.2.1 a.2.1.x a.2.2");
      expect(found(resolution)).toEqual([
        'profile.yaml:6 warning profile-duplicate-control: The control "a.1" is selected more than once (first through profile.yaml:5), and each is kept, so that its id means several controls.',
      ]);
    },
  );

  it("are the first of each where the profile says so; what is inside a dropped one stays", async () => {
    const resolution = await resolveText(
      "imports:\n- {href: other.yaml, include-all: {}}\n- {href: catalog.yaml, include-all: {}}\nmerge: {combine: {method: use-first}, as-is: true}",
      { "other.yaml": catalogText("controls: [{id: a.2, title: Other}, {id: b.2, title: Other}]", 5) },
    );
    expect(found(resolution)).toEqual([]);
    expect(outline(catalogOf(resolution))).toBe("a.2 b.2 r1 a(a.1 a.2.1(a.2.1.x) a.2.2) b(b.inner(b.1))");
    expect(catalogOf(resolution).controls?.[0]?.title).toBe("Other");
  });

  it("first means depth first: what comes by an imported profile stands at its import", async () => {
    const resolution = await resolveFiles({
      "top.yaml": profileText(
        "imports: [{href: inner.yaml, include-all: {}}, {href: second.yaml, include-all: {}}]\nmerge: {combine: {method: use-first}, flat: {}}",
      ),
      "inner.yaml": profileText("imports: [{href: first.yaml, include-all: {}}]", 3),
      "first.yaml": catalogText("controls: [{id: x, title: First}]", 4),
      "second.yaml": catalogText("controls: [{id: x, title: Second}]", 5),
    });
    expect(catalogOf(resolution).controls).toEqual([{ id: "x", title: "First" }]);
  });

  it("are kept where the profile asks for the deprecated merge, with a warning", async () => {
    const resolution = await resolveText(`${twice}merge: {combine: {method: merge}, flat: {}}`);
    expect(outline(catalogOf(resolution))).toBe("a.1 b.2 a.1 a.2 a.2.1 a.2.1.x a.2.2");
    expect(resolution.diagnostics.map(({ code, pointer }) => [code, pointer])).toEqual([
      ["profile-combine-merge", "/profile/merge/combine/method"],
      ["profile-duplicate-control", "/profile/imports/1/include-controls/0/with-ids/0"],
    ]);
  });
});

describe("a parameter that sibling profiles set differently", () => {
  const sibling = (value: string, number: number): string =>
    profileText(
      `imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}]\nmodify: {set-parameters: [{param-id: a.1_prm, values: ['${value}']}]}`,
      number,
    );
  const resolve = (left: string, right: string, merge = ""): Promise<string[]> =>
    resolveFiles({
      "top.yaml": profileText(
        `imports: [{href: left.yaml, include-all: {}}, {href: right.yaml, include-all: {}}]\n${merge}`,
      ),
      "left.yaml": sibling(left, 3),
      "right.yaml": sibling(right, 4),
      "catalog.yaml": alphabet,
    }).then(found);

  it("is reported with both places", async () => {
    expect(await resolve("1", "2", "merge: {combine: {method: use-first}, flat: {}}")).toEqual([
      'top.yaml:4 warning profile-parameter-clash: The imports disagree about the parameter "a.1_prm": left.yaml:5 sets it, right.yaml:5 sets it. The control that comes first brings its own.',
    ]);
    expect(await resolve("1", "2")).toEqual([
      'top.yaml:4 warning profile-parameter-clash: The imports disagree about the parameter "a.1_prm": left.yaml:5 sets it, right.yaml:5 sets it. Both are kept.',
      'top.yaml:4 warning profile-duplicate-control: The control "a.1" is selected more than once (first through top.yaml:4), and each is kept, so that its id means several controls.',
    ]);
  });

  it("is not where this profile sets it too", async () => {
    const own =
      "merge: {combine: {method: use-first}, flat: {}}\nmodify: {set-parameters: [{param-id: a.1_prm, values: ['3']}]}";
    expect(await resolve("1", "2", own)).toEqual([]);
  });

  it("is not where they agree", async () => {
    expect(await resolve("1", "1", "merge: {combine: {method: use-first}, flat: {}}")).toEqual([]);
  });

  it("is reported where only one of them sets it", async () => {
    const resolution = await resolveFiles({
      "top.yaml": profileText(
        "imports: [{href: catalog.yaml, include-all: {}}, {href: right.yaml, include-all: {}}]\nmerge: {combine: {method: use-first}, flat: {}}",
      ),
      "right.yaml": sibling("2", 4),
      "catalog.yaml": alphabet,
    });
    expect(found(resolution)).toEqual([
      'top.yaml:4 warning profile-parameter-clash: The imports disagree about the parameter "a.1_prm": "catalog.yaml" leaves it alone, right.yaml:5 sets it. The control that comes first brings its own.',
    ]);
  });
});
