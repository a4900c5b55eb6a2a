import { describe, expect, test } from "vitest";
import type { Change } from "../../../src/oscal/diff/change.js";
import { diffDocuments, type DocumentDifference } from "../../../src/oscal/diff.js";
import type { Control, Part, Property } from "../../../src/oscal/model/generated/types.js";

/** A catalog with its controls in one group. */
function catalog(controls: readonly Control[], further: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    catalog: {
      uuid: "c19fe071-c4f7-49cb-9e7f-97fc77eb64ff",
      metadata: { title: "t", "last-modified": "2026-11-01T00:00:00Z", version: "1", "oscal-version": "1.2.2" },
      groups: [{ id: "g", title: "Group", controls }],
      ...further,
    },
  };
}

const control = (id: string, more: Partial<Control> = {}): Control => ({ id, title: `Control ${id}`, ...more });
const prop = (name: string, value: string, more: Partial<Property> = {}): Property => ({ name, value, ...more });

function differenceOf(a: unknown, b: unknown): DocumentDifference {
  const difference = diffDocuments(a, b);
  if ("models" in difference) throw new Error("different models");
  return difference;
}

/** A change in short: what happened to what, and the values. */
function told(change: Change): unknown[] {
  const path = change.path.map(({ kind, name }) => [kind, name].filter((each) => each !== undefined).join(" "));
  return [change.kind, [...path, change.property].filter((each) => each !== undefined).join(" > ")];
}

const toldAll = (a: unknown, b: unknown): unknown[] => differenceOf(a, b).changes.map(told);

describe("reported changes", () => {
  test("a change of a property, with its place in both documents", () => {
    const a = catalog([control("b"), control("a")]);
    const b = catalog([control("c"), control("b"), control("a", { title: "Other" })]);
    expect(differenceOf(a, b).changes).toEqual([
      {
        kind: "added",
        path: [
          { kind: "group", name: "g", title: "Group" },
          { kind: "control", name: "c", title: "Control c" },
        ],
        b: { pointer: "/catalog/groups/0/controls/0", value: control("c") },
      },
      {
        kind: "changed",
        path: [
          { kind: "group", name: "g", title: "Group" },
          { kind: "control", name: "a", title: "Other" },
        ],
        property: "title",
        a: { pointer: "/catalog/groups/0/controls/1/title", value: "Control a" },
        b: { pointer: "/catalog/groups/0/controls/2/title", value: "Other" },
      },
    ]);
  });

  test("a removed element is shown where it was", () => {
    const a = catalog(["a", "b", "c", "d"].map((id) => control(id)));
    const b = catalog([control("a", { class: "x" }), control("d", { class: "x" }), control("e")]);
    expect(toldAll(a, b)).toEqual([
      ["added", "group g > control a > class"],
      ["removed", "group g > control b"],
      ["removed", "group g > control c"],
      ["added", "group g > control d > class"],
      ["added", "group g > control e"],
    ]);
  });

  test("changes that every edition makes are listed apart", () => {
    const a = catalog([]);
    const b = structuredClone(a) as { catalog: { uuid: string; metadata: Record<string, string> } };
    b.catalog.uuid = "0205955f-65ad-4292-997e-274e94eb96b9";
    Object.assign(b.catalog.metadata, {
      "last-modified": "2026-12-01T00:00:00Z",
      version: "2",
      "oscal-version": "1.3.0",
      title: "other",
    });
    const { edition, changes } = differenceOf(a, b);
    expect(edition.map(told)).toEqual([
      ["changed", "uuid"],
      ["changed", "metadata > last-modified"],
      ["changed", "metadata > version"],
      ["changed", "metadata > oscal-version"],
    ]);
    expect(changes.map(told)).toEqual([["changed", "metadata > title"]]);
  });

  test("documents of different models, or of none, are not compared", () => {
    expect(diffDocuments(catalog([]), { profile: {} })).toEqual({ models: ["catalog", "profile"] });
    expect(diffDocuments([], null)).toEqual({ models: [undefined, undefined] });
    expect(diffDocuments({ catalog: 1 }, { catalog: [] })).toEqual({ models: [undefined, undefined] });
  });
});

describe("what is moved", () => {
  test("to another parent, with what changed inside", () => {
    const a = catalog([control("a", { controls: [control("x", { props: [prop("label", "X")] })] }), control("b")]);
    const b = catalog([control("a"), control("b", { controls: [control("x", { props: [prop("label", "Y")] })] })]);
    const group = { kind: "group", name: "g", title: "Group" };
    const step = (id: string): object => ({ kind: "control", name: id, title: `Control ${id}` });
    expect(differenceOf(a, b).changes).toMatchObject([
      {
        kind: "moved",
        path: [group, step("b"), step("x")],
        a: { pointer: "/catalog/groups/0/controls/0/controls/0" },
        b: { pointer: "/catalog/groups/0/controls/1/controls/0" },
        from: { parent: [group, step("a")], index: 0 },
        to: { parent: [group, step("b")], index: 0 },
      },
      { kind: "changed", property: "value", a: { value: "X" }, b: { value: "Y" } },
    ]);
  });

  test("into something new, and out of something that is gone", () => {
    const a = catalog([control("old", { controls: [control("x")] })]);
    const b = catalog([control("new", { controls: [control("x")] })]);
    expect(toldAll(a, b)).toEqual([
      ["removed", "group g > control old"],
      ["added", "group g > control new"],
      ["moved", "group g > control new > control x"],
    ]);
  });

  test("a parent into its own child", () => {
    const a = catalog([control("x", { controls: [control("y")] })]);
    const b = catalog([control("y", { controls: [control("x")] })]);
    expect(toldAll(a, b)).toEqual([
      ["moved", "group g > control y"],
      ["moved", "group g > control y > control x"],
    ]);
  });

  test("to another place among its siblings: as few as explain the order", () => {
    const inOrder = (...ids: string[]): unknown => catalog(ids.map((id) => control(id)));
    expect(toldAll(inOrder("a", "b", "c", "d", "e"), inOrder("b", "c", "d", "e", "a"))).toEqual([
      ["moved", "group g > control a"],
    ]);
    expect(differenceOf(inOrder("a", "b", "c"), inOrder("c", "a", "b")).changes).toMatchObject([
      { kind: "moved", from: { index: 2, after: { name: "b" } }, to: { index: 0 } },
    ]);
  });

  test("where the order says nothing, nothing is moved", () => {
    const props = [prop("label", "A"), prop("sort-id", "1"), prop("label", "B", { class: "other" })];
    expect(toldAll(catalog([control("a", { props })]), catalog([control("a", { props: props.toReversed() })]))).toEqual(
      [],
    );
  });

  test("alterations of one control, and settings of one parameter, which are carried out in their order", () => {
    const alter = (id: string, value: string): unknown => ({
      "control-id": id,
      adds: [{ position: "starting", props: [prop("label", value)] }],
    });
    const alters = (...all: unknown[]): unknown => ({ profile: { modify: { alters: all } } });
    const [a1, a2, b] = [alter("a", "1"), alter("a", "2"), alter("b", "1")];
    expect(toldAll(alters(a1, a2, b), alters(a2, a1, b))).toEqual([["moved", "modify > alter a"]]);
    expect(toldAll(alters(a1, a2, b), alters(b, a1, a2))).toEqual([]);
    const settings = (...all: [string, string][]): unknown => ({
      profile: { modify: { "set-parameters": all.map(([id, value]) => ({ "param-id": id, values: [value] })) } },
    });
    expect(toldAll(settings(["p", "1"], ["p", "2"]), settings(["p", "2"], ["p", "1"]))).toEqual([
      ["moved", "modify > set-parameter p"],
    ]);
    expect(toldAll(settings(["p", "1"], ["q", "2"]), settings(["q", "2"], ["p", "1"]))).toEqual([]);
  });

  test("links of a resource to one format, of which the first that works is taken", () => {
    const linked = (rlinks: readonly unknown[]): unknown =>
      catalog([], { "back-matter": { resources: [{ uuid: "5a1e2d11-0a3f-4dd5-9c1c-0b1e4a7f2c11", rlinks }] } });
    const links = (...hrefs: string[]): unknown => linked(hrefs.map((href) => ({ href })));
    expect(toldAll(links("a.json", "b.json"), links("b.json", "a.json"))).toEqual([
      ["moved", "back-matter > resource 5a1e2d11 > rlink b.json"],
    ]);
    expect(toldAll(links("a.json", "b.xml"), links("b.xml", "a.json"))).toEqual([]);
    const documents = (...hrefs: string[]): unknown =>
      linked(hrefs.map((href) => ({ href, "media-type": "application/pdf" })));
    expect(toldAll(documents("a", "b"), documents("b", "a"))).toEqual([]);
  });

  test("revisions, which are a history", () => {
    const revised = (...versions: string[]): unknown => ({
      catalog: { metadata: { revisions: versions.map((version) => ({ version })) } },
    });
    expect(toldAll(revised("3", "2", "1"), revised("1", "3", "2"))).toEqual([["moved", "metadata > revision 1"]]);
  });

  test("not where two have the id: then place and order decide", () => {
    const a = catalog([control("x"), control("x", { title: "second" })]);
    const b = catalog([control("x", { title: "second" })]);
    expect(toldAll(a, b)).toEqual([["removed", "group g > control x"]]);
  });
});

describe("how elements are found again", () => {
  const one = (more: Partial<Control>): unknown => catalog([control("a", more)]);

  test("props by name, namespace, class and group; the default namespace may be written out", () => {
    const before = [prop("label", "1"), prop("label", "2", { class: "zero" }), prop("label", "3", { ns: "urn:x" })];
    const after = [
      prop("label", "3", { ns: "urn:x" }),
      prop("label", "1", { ns: "http://csrc.nist.gov/ns/oscal" }),
      prop("label", "02", { class: "zero" }),
    ];
    expect(toldAll(one({ props: before }), one({ props: after }))).toEqual([
      ["changed", "group g > control a > prop label (zero) > value"],
    ]);
  });

  test("of several props with one key those that stayed are found first", () => {
    const values = (...all: string[]): unknown => one({ props: all.map((value) => prop("marking", value)) });
    expect(toldAll(values("a", "b", "c"), values("c", "a"))).toEqual([
      ["removed", "group g > control a > prop marking"],
    ]);
    expect(toldAll(values("a", "b"), values("b", "c"))).toEqual([
      ["changed", "group g > control a > prop marking > value"],
    ]);
  });

  test("links by href and rel", () => {
    const before = [{ href: "#a", rel: "related", text: "A" }];
    const after = [{ href: "#a", rel: "related", text: "B" }, { href: "#a" }];
    expect(toldAll(one({ links: before }), one({ links: after }))).toEqual([
      ["changed", "group g > control a > link related #a > text"],
      ["added", "group g > control a > link #a"],
    ]);
  });

  test("a part that gets an id keeps its name; a part with another id is another part", () => {
    const part = (more: Partial<Part>): Part => ({ name: "item", prose: "p", ...more });
    expect(toldAll(one({ parts: [part({})] }), one({ parts: [part({ id: "a_1" })] }))).toEqual([
      ["added", "group g > control a > part a_1 > id"],
    ]);
    expect(toldAll(one({ parts: [part({ id: "a_1" })] }), one({ parts: [part({ id: "a_2" })] }))).toEqual([
      ["removed", "group g > control a > part a_1"],
      ["added", "group g > control a > part a_2"],
    ]);
  });

  test("selected ids as a set; an import whose file changed is the same import", () => {
    const profile = (href: string, ...ids: string[]): unknown => ({
      profile: { imports: [{ href, "include-controls": [{ "with-ids": ids }] }] },
    });
    expect(toldAll(profile("1.json", "a", "b", "c"), profile("2.json", "c", "d", "a"))).toEqual([
      ["changed", "import 2.json > href"],
      ["added", "import 2.json > include-control #1 > with-ids"],
      ["removed", "import 2.json > include-control #1 > with-ids"],
    ]);
  });

  test("answers to a control although a tool gave them new UUIDs", () => {
    const plan = (uuid: string): unknown => ({
      "system-security-plan": {
        "control-implementation": { "implemented-requirements": [{ uuid, "control-id": "a" }] },
      },
    });
    expect(toldAll(plan("1"), plan("2"))).toEqual([
      ["changed", "control-implementation > implemented-requirement a > uuid"],
    ]);
  });

  test("an element that has moved away is not taken for the one in its place", () => {
    const plan = (...uuids: string[]): unknown => ({
      "system-security-plan": {
        "control-implementation": {
          "implemented-requirements": uuids.map((uuid, index) => ({
            "control-id": `c-${String(index)}`,
            statements: [{ uuid, "statement-id": "s" }],
          })),
        },
      },
    });
    const first = "control-implementation > implemented-requirement c-0";
    const second = "control-implementation > implemented-requirement c-1";
    expect(toldAll(plan("1", "2"), plan("3", "1"))).toEqual([
      ["added", `${first} > statement s`],
      ["removed", `${second} > statement s`],
      ["moved", `${second} > statement s`],
    ]);
  });

  test("one mapping as an object or as an array of one", () => {
    const mapping = { uuid: "3054221a-48fc-4f4d-87c2-0f4681dc83ab", maps: [] };
    const a = { "mapping-collection": { mappings: mapping } };
    const b = { "mapping-collection": { mappings: [{ ...mapping, status: "draft" }] } };
    expect(toldAll(a, { "mapping-collection": { mappings: [mapping] } })).toEqual([]);
    expect(differenceOf(b, a).changes).toMatchObject([
      { kind: "removed", property: "status", a: { pointer: "/mapping-collection/mappings/0/status" } },
    ]);
    expect(differenceOf(a, b).changes).toMatchObject([
      { kind: "added", property: "status", b: { pointer: "/mapping-collection/mappings/0/status" } },
    ]);
  });
});

describe("documents that are not as they should be", () => {
  test("values of other shapes are changes as a whole", () => {
    const shaped = (metadata: unknown): unknown => ({ catalog: { metadata } });
    expect(differenceOf(shaped({ roles: "none" }), shaped({ roles: [{ id: "x" }] })).changes).toMatchObject([
      { kind: "changed", property: "roles", a: { value: "none" }, b: { value: [{ id: "x" }] } },
    ]);
    expect(toldAll(shaped([[1], [2]]), shaped([[2], [1, 3]]))).toEqual([["added", "metadata"]]);
    expect(toldAll(shaped({ title: null }), shaped({ title: { id: 1 } }))).toEqual([["changed", "metadata > title"]]);
  });

  test("keys that mean something to JavaScript are keys like any other", () => {
    const a: unknown = JSON.parse('{"catalog":{"__proto__":{"x":1},"constructor":"a","props":[{"name":"toString"}]}}');
    const b: unknown = JSON.parse('{"catalog":{"y":1,"constructor":"b","props":[{"name":"valueOf"}]}}');
    expect(toldAll(a, b)).toEqual([
      ["removed", "__proto__"],
      ["added", "y"],
      ["changed", "constructor"],
      ["removed", "prop toString"],
      ["added", "prop valueOf"],
    ]);
  });
});
