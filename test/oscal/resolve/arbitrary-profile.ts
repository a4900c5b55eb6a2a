import fc from "fast-check";
import type {
  Add,
  Alter,
  Combine,
  Custom,
  Import,
  InsertControls,
  Link,
  Merge,
  Metadata,
  Parameter,
  Part,
  Profile,
  ProfileGroup,
  ProfileSetParameter,
  Property,
  Remove,
  Resource,
  SelectControlById,
} from "../../../src/oscal/model/generated/types.js";
import { uuid } from "../../support/documents.js";

const metadata: Metadata = {
  title: "Random",
  "last-modified": "2026-01-01T00:00:00Z",
  version: "1",
  "oscal-version": "1.2.2",
};

/** Ids of the alphabet catalog, of another, and of nothing. */
const controlIds = ["r1", "a.1", "a.2", "a.2.1", "a.2.1.x", "a.2.2", "b.1", "b.2", "z.1", "no-such"] as const;
const parameterIds = ["loose", "unread", "a_prm", "a_unread", "a.1_prm", "b_prm", "z_prm", "no-such"] as const;
const partIds = ["a.1_smt", "a.1_smt.a", "a.1_gdn", "r1_smt", "a.1_prm", "a.2.1", "a.1", "no-such"] as const;
const patterns = ["*", "a.*", "?.1", "[ab].2", "x*", "a.2.[!2]*"] as const;

const some = <T>(value: fc.Arbitrary<T>, max = 3): fc.Arbitrary<T[]> =>
  fc.array(value, { minLength: 1, maxLength: max });
const pick = <const T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** Any of the properties, none of them undefined. */
function optional<T extends object>(shape: { [K in keyof T]-?: fc.Arbitrary<NonNullable<T[K]>> }): fc.Arbitrary<
  Partial<T>
> {
  return fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

const select: fc.Arbitrary<SelectControlById> = optional<SelectControlById>({
  "with-child-controls": pick(["yes", "no"]),
  "with-ids": some(pick(controlIds)),
  matching: some(optional<{ pattern: string }>({ pattern: pick(patterns) }), 2),
});
const choice: fc.Arbitrary<Pick<Import, "include-all" | "include-controls" | "exclude-controls">> = fc
  .record({ all: fc.boolean(), include: some(select, 2), exclude: fc.option(some(select, 2), { nil: undefined }) })
  .map(({ all, include, exclude }) => ({
    ...(all ? { "include-all": {} } : { "include-controls": include }),
    ...(exclude ? { "exclude-controls": exclude } : {}),
  }));

const property: fc.Arbitrary<Property> = fc
  .tuple(pick(["label", "sort-id", "keep"]), pick(["always", "x"]), pick([undefined, "https://example.org"]))
  .map(([name, value, ns]) => ({ name, value, ...(ns === undefined ? {} : { ns }) }));
const link: fc.Arbitrary<Link> = pick([`#${uuid(90)}`, `#${uuid(91)}`, "#a.1", "https://example.org"]).map((href) => ({
  href,
}));
const prose: fc.Arbitrary<string> = pick([
  ...["text", "{{ insert: param, unread }}", "{{ insert: param, a.1_prm }}", `see #${uuid(91)}.`],
]);
const part: fc.Arbitrary<Part> = fc
  .record(
    { name: pick(["item", "statement"]), id: pick(["new.1", "new.2", "a.1_gdn"]), prose, props: some(property, 2) },
    { requiredKeys: ["name"] },
  )
  .map((each) => each as Part);
const parameter: fc.Arbitrary<Parameter> = fc
  .tuple(pick(["new_prm", "a_prm", "a.1_prm"]), pick(["Label", "{{ insert: param, unread }}"]))
  .map(([id, label]) => ({ id, label }));

const setting: fc.Arbitrary<ProfileSetParameter> = fc
  .tuple(
    pick(parameterIds),
    optional<ProfileSetParameter>({
      "param-id": pick(parameterIds),
      class: pick(["c"]),
      "depends-on": pick(parameterIds),
      props: some(property, 2),
      links: some(link, 2),
      label: prose,
      usage: prose,
      constraints: some(
        prose.map((description) => ({ description })),
        2,
      ),
      guidelines: some(
        prose.map((each) => ({ prose: each })),
        2,
      ),
      values: some(pick(["1", "2"]), 2),
      select: fc.constant({ choice: ["a"] }),
    }),
  )
  .map(([id, { select: selection, ...rest }]) => ({
    ...rest,
    ...(rest.values === undefined && selection !== undefined ? { select: selection } : {}),
    "param-id": id,
  }));
const remove: fc.Arbitrary<Remove> = optional<Omit<Remove, "remarks">>({
  "by-name": pick(["label", "item", "statement"]),
  "by-class": pick(["extra", "last"]),
  "by-id": pick(partIds),
  "by-item-name": pick(["param", "prop", "link", "part", "map"]),
  "by-ns": pick(["http://csrc.nist.gov/ns/oscal", "https://example.org"]),
});
const add: fc.Arbitrary<Add> = optional<Add>({
  position: pick(["before", "after", "starting", "ending"]),
  "by-id": pick(partIds),
  title: pick(["New title"]),
  params: some(parameter, 2),
  props: some(property, 2),
  links: some(link, 2),
  parts: some(part, 2),
});
const alter: fc.Arbitrary<Alter> = fc
  .record(
    { "control-id": pick(controlIds), removes: some(remove, 2), adds: some(add, 2) },
    { requiredKeys: ["control-id"] },
  )
  .map((each) => each as Alter);

const insert: fc.Arbitrary<InsertControls> = fc
  .tuple(choice, pick([undefined, "keep", "ascending", "descending"] as const))
  .map(([chosen, order]) => ({ ...chosen, ...(order === undefined ? {} : { order }) }));
/** A group has groups or controls, never both. */
const group: fc.Arbitrary<ProfileGroup> = fc.letrec<{ group: ProfileGroup }>((tie) => ({
  group: fc
    .tuple(
      fc.record(
        {
          title: pick(["Group A", "Own"]),
          id: pick(["a", "b", "own"]),
          params: some(parameter, 1),
          props: some(property, 1),
        },
        { requiredKeys: ["title"] },
      ),
      fc.oneof(
        { depthSize: "small" },
        fc.constant({}),
        some(insert, 2).map((inserted) => ({ "insert-controls": inserted })),
        some(tie("group"), 2).map((groups) => ({ groups })),
      ),
    )
    .map(([own, inner]) => ({ ...own, ...inner })),
})).group;
const custom: fc.Arbitrary<Custom> = optional<Custom>({ groups: some(group, 2), "insert-controls": some(insert, 2) });
const merge: fc.Arbitrary<Merge | undefined> = fc
  .tuple(
    fc.option(
      pick(["keep", "use-first", "merge"] as const).map((method): Combine => ({ method })),
      { nil: undefined },
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant({}) },
      { weight: 4, arbitrary: fc.constant({ flat: {} }) },
      { weight: 6, arbitrary: pick([true, true, false]).map((value) => ({ "as-is": value })) },
      { weight: 4, arbitrary: custom.map((value) => ({ custom: value })) },
      { weight: 1, arbitrary: fc.constant({ flat: {}, "as-is": true }) },
    ),
  )
  .map(([combine, structure]) => {
    const all = { ...(combine === undefined ? {} : { combine }), ...structure };
    return Object.keys(all).length === 0 ? undefined : all;
  });
const resource: fc.Arbitrary<Resource> = fc.tuple(pick([90, 91, 92]), fc.boolean()).map(([number, kept]) => ({
  uuid: uuid(number),
  title: "Own",
  ...(kept ? { props: [{ name: "keep", value: "always" }] } : {}),
}));

/** A random profile over some documents, of which some instructions hit something and some do not. */
export function arbitraryProfile(hrefs: readonly string[], number: number): fc.Arbitrary<Profile> {
  return fc
    .record({
      imports: some(fc.tuple(pick(hrefs), choice), 3),
      merge,
      settings: fc.option(some(setting, 3), { nil: undefined }),
      alters: fc.option(some(alter, 3), { nil: undefined }),
      resources: fc.option(some(resource, 2), { nil: undefined }),
    })
    .map(({ imports, merge: merging, settings, alters, resources }) => ({
      uuid: uuid(number),
      metadata,
      imports: imports.map(([href, chosen]) => ({ href, ...chosen })),
      ...(merging ? { merge: merging } : {}),
      ...(settings || alters
        ? { modify: { ...(settings ? { "set-parameters": settings } : {}), ...(alters ? { alters } : {}) } }
        : {}),
      ...(resources ? { "back-matter": { resources } } : {}),
    }));
}

/** A random profile over one document that has the alphabet's control a.1, of which every instruction hits something. */
export function soundProfile(href: string, number: number): fc.Arbitrary<Profile> {
  const selected = fc.subarray(["r1", "a.2", "a.2.1", "a.2.1.x", "a.2.2", "b.1", "b.2"]);
  const additions = fc.subarray<Add>([
    { parts: [{ name: "guidance", id: "new.1", prose: "{{ insert: param, unread }}" }] },
    { position: "starting", props: [{ name: "sort-id", value: "1" }] },
    { "by-id": "a.1_smt", position: "after", parts: [{ name: "guidance", prose: `See #${uuid(91)}.` }] },
    { "by-id": "a.1_smt.a", links: [{ href: "#a.1", rel: "related" }] },
    { title: "New title" },
  ]);
  const removals = fc.subarray<Remove>([{ "by-class": "extra" }, { "by-id": "a.1_gdn" }, { "by-item-name": "link" }]);
  const structures = pick<Merge>([
    { flat: {} },
    { "as-is": true },
    { custom: { "insert-controls": [{ order: "descending", "include-all": {} }] } },
    {
      combine: { method: "use-first" },
      custom: { groups: [{ title: "All", "insert-controls": [{ "include-all": {} }] }] },
    },
  ]);
  return fc
    .record({
      all: fc.boolean(),
      selected,
      additions,
      removals,
      structure: structures,
      value: pick([undefined, "1", "2"]),
    })
    .map(({ all, selected: ids, additions: adds, removals: removes, structure, value }) => ({
      uuid: uuid(number),
      metadata,
      imports: [{ href, ...(all ? { "include-all": {} } : { "include-controls": [{ "with-ids": ["a.1", ...ids] }] }) }],
      merge: structure,
      modify: {
        ...(value === undefined ? {} : { "set-parameters": [{ "param-id": "a.1_prm", values: [value] }] }),
        alters: [
          {
            "control-id": "a.1",
            ...(removes.length > 0 ? { removes } : {}),
            ...(adds.length > 0 ? { adds } : {}),
          },
        ],
      },
    }));
}
