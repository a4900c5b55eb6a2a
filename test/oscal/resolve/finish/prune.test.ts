import { describe, expect, it } from "vitest";
import { uuid } from "../../../support/documents.js";
import {
  catalogOf,
  catalogText,
  found,
  metadata,
  profileText,
  resolveFiles,
  resolveText,
} from "../../../support/profiles.js";

const keep = "props: [{name: keep, value: always}]";
const all = "imports: [{href: c.yaml, include-all: {}}]";

async function resources(catalog: string, profile = ""): Promise<number[]> {
  const resolution = await resolveText(`${all}\n${profile}`, { "c.yaml": catalogText(catalog) });
  return (catalogOf(resolution)["back-matter"]?.resources ?? []).map((each) => Number(each.uuid.slice(-12)));
}

describe("resources", () => {
  it("stay where something refers to them, directly or through another that stays, or where they say so", async () => {
    expect(
      await resources(`controls:
- id: x
  title: X
  links: [{href: '#${uuid(50).toUpperCase()}'}]
  parts: [{name: statement, prose: 'See [this](#${uuid(51)}), or #${uuid(52)}.'}]
back-matter:
  resources:
  - {uuid: ${uuid(50)}, rlinks: [{href: '#${uuid(53)}'}]}
  - {uuid: ${uuid(51)}}
  - {uuid: ${uuid(52)}}
  - {uuid: ${uuid(53)}}
  - {uuid: ${uuid(54)}, description: 'refers to #${uuid(55)}, and nobody to it'}
  - {uuid: ${uuid(55)}}
  - {uuid: ${uuid(56)}, ${keep}}
  - {uuid: ${uuid(57)}, props: [{name: keep, ns: 'https://example.org', value: always}]}`),
    ).toEqual([50, 51, 52, 53, 56]);
  });

  it("come in the order of the imports, and the profile's own last", async () => {
    const resolution = await resolveText(
      `imports: [{href: d.yaml, include-all: {}}, {href: c.yaml, include-all: {}}]\nback-matter: {resources: [{uuid: ${uuid(60)}, ${keep}}, {uuid: ${uuid(61)}}]}`,
      {
        "c.yaml": catalogText(`back-matter: {resources: [{uuid: ${uuid(50)}, ${keep}}]}`, 5),
        "d.yaml": catalogText(
          `back-matter: {resources: [{uuid: ${uuid(52)}, ${keep}}, {uuid: ${uuid(51)}, ${keep}}]}`,
          6,
        ),
      },
    );
    expect(catalogOf(resolution)["back-matter"]?.resources?.map((each) => each.uuid)).toEqual(
      [52, 51, 50, 60].map(uuid),
    );
  });

  it.each([
    ["", "", "own"],
    ["", keep, "own"],
    [keep, "", "imported"],
    [keep, keep, "own"],
  ])(
    "of one uuid give way to the later, unless only the earlier is to be kept: %o, %o",
    async (earlier, later, expected) => {
      const props = (text: string): string => (text === "" ? "" : `, ${text}`);
      const resolution = await resolveText(
        `${all}\nback-matter: {resources: [{uuid: ${uuid(50)}, title: own${props(later)}}]}`,
        {
          "c.yaml": catalogText(
            `controls: [{id: x, title: X, links: [{href: '#${uuid(50)}'}]}]\nback-matter: {resources: [{uuid: ${uuid(50)}, title: imported${props(earlier)}}]}`,
          ),
        },
      );
      expect(catalogOf(resolution)["back-matter"]?.resources?.map(({ title }) => title)).toEqual([expected]);
      expect(resolution.diagnostics.map(({ code }) => code)).toEqual(
        expected === "own" ? ["profile-resource-clash"] : [],
      );
    },
  );

  it("of the profile that only its imports use go", async () => {
    const resolution = await resolveText(
      `imports: [{href: '#${uuid(70)}', include-all: {}}]\nback-matter: {resources: [{uuid: ${uuid(70)}, rlinks: [{href: catalog.yaml}]}]}`,
    );
    expect(catalogOf(resolution)["back-matter"]?.resources?.map((each) => each.uuid)).toEqual([uuid(90)]);
  });
});

describe("loose parameters", () => {
  const catalog = (params: string, prose: string): string =>
    catalogText(
      `params: [${params}]\ncontrols: [{id: x, title: X, params: [{id: own}], parts: [{name: statement, prose: "${prose}"}]}]`,
    );
  const ids = async (params: string, prose: string, modify = ""): Promise<unknown> => {
    const resolution = await resolveText(`${all}\n${modify}`, { "c.yaml": catalog(params, prose) });
    const { params: loose, controls } = catalogOf(resolution);
    return [loose?.map(({ id }) => id), controls?.[0]?.params?.map(({ id }) => id)];
  };

  it("stay where prose inserts them, in any spelling, or something refers to them; those of controls always do", async () => {
    expect(
      await ids("{id: a}, {id: b}, {id: c}, {id: d}", "{{ insert: param, a }} {{insert:param,b}} {{ c }} #d"),
    ).toEqual([["a", "b", "c", "d"], ["own"]]);
    expect(await ids("{id: a}, {id: b}", "nothing")).toEqual([undefined, ["own"]]);
  });

  it("stay where one that stays inserts them or depends on them", async () => {
    expect(
      await ids(
        "{id: a, depends-on: b}, {id: b, select: {choice: ['{{ insert: param, c }}']}}, {id: c}, {id: d, label: '{{ insert: param, e }}'}, {id: e}",
        "{{ insert: param, a }}",
      ),
    ).toEqual([["a", "b", "c"], ["own"]]);
  });

  it("stay where something that is added inserts them", async () => {
    expect(
      await ids(
        "{id: a}",
        "nothing",
        "modify: {alters: [{control-id: x, adds: [{parts: [{name: item, prose: '{{ insert: param, a }}'}]}]}]}",
      ),
    ).toEqual([["a"], ["own"]]);
  });
});

describe("roles, parties and locations", () => {
  const people = (rest: string): string => `${metadata.slice(0, -1)}, ${rest}}`;
  const withMetadata = (text: string, own: string): string => text.replace(metadata, own);

  it("of the profile stay where something refers to them", async () => {
    const own = people(
      `roles: [{id: owner, title: O}, {id: idle, title: I}, {id: kept, title: K, ${keep}}], parties: [{uuid: ${uuid(30)}, type: person, member-of-organizations: [${uuid(31)}], location-uuids: [${uuid(41)}]}, {uuid: ${uuid(31)}, type: organization}, {uuid: ${uuid(32)}, type: organization}], locations: [{uuid: ${uuid(40)}}, {uuid: ${uuid(41)}}], responsible-parties: [{role-id: owner, party-uuids: [${uuid(30)}]}]`,
    );
    const resolution = await resolveFiles({
      "p.yaml": withMetadata(profileText(all), own),
      "c.yaml": catalogText("controls: [{id: x, title: X}]"),
    });
    const result = catalogOf(resolution).metadata;
    expect(result.roles?.map(({ id }) => id)).toEqual(["owner", "kept"]);
    expect(result.parties?.map((each) => each.uuid)).toEqual([uuid(30), uuid(31)]);
    expect(result.locations?.map((each) => each.uuid)).toEqual([uuid(41)]);
  });

  it("of the imports come only where they say so, with what they name; the profile's own stand for those of their id", async () => {
    const imported = people(
      `roles: [{id: owner, title: Theirs, ${keep}}, {id: other, title: Other, ${keep}}, {id: idle, title: I}], parties: [{uuid: ${uuid(30)}, type: person, ${keep}, member-of-organizations: [${uuid(31)}], location-uuids: [${uuid(40)}]}, {uuid: ${uuid(31)}, type: organization}, {uuid: ${uuid(32)}, type: organization}], locations: [{uuid: ${uuid(40)}}, {uuid: ${uuid(41)}}]`,
    );
    const own = people(
      `roles: [{id: owner, title: Ours}], parties: [], responsible-parties: [{role-id: owner, party-uuids: [${uuid(39)}]}]`,
    );
    const resolution = await resolveFiles({
      "p.yaml": withMetadata(profileText(all), own),
      "c.yaml": withMetadata(catalogText("controls: [{id: x, title: X}]"), imported),
    });
    const result = catalogOf(resolution).metadata;
    expect(result.roles?.map(({ title }) => title)).toEqual(["Ours", "Other"]);
    expect(result.parties?.map((each) => each.uuid)).toEqual([uuid(30), uuid(31)]);
    expect(result.locations?.map((each) => each.uuid)).toEqual([uuid(40)]);
    expect(found(resolution)).toEqual([]);
  });

  it("of the imports are named in upper and lower case alike", async () => {
    const organization = "0000000a-0000-4000-8000-00000000000b";
    const place = "0000000c-0000-4000-8000-00000000000d";
    const imported = people(
      `parties: [{uuid: ${uuid(30)}, type: person, ${keep}, member-of-organizations: [${organization.toUpperCase()}], location-uuids: [${place.toUpperCase()}]}, {uuid: ${organization}, type: organization}], locations: [{uuid: ${place}}]`,
    );
    const resolution = await resolveFiles({
      "p.yaml": profileText(all),
      "c.yaml": withMetadata(catalogText("controls: [{id: x, title: X}]"), imported),
    });
    const result = catalogOf(resolution).metadata;
    expect(result.parties?.map((each) => each.uuid)).toEqual([uuid(30), organization]);
    expect(result.locations?.map((each) => each.uuid)).toEqual([place]);
  });
});

describe("references in a long text", () => {
  it("are found between signs that begin none", async () => {
    const prose = `#${"!".repeat(1_000)}a and #${uuid(50)}.`;
    const resolution = await resolveFiles({
      "p.yaml": profileText(all),
      "c.yaml": JSON.stringify({
        catalog: {
          uuid: uuid(2),
          metadata: { title: "C", "last-modified": "2026-01-01T00:00:00Z", version: "1", "oscal-version": "1.2.2" },
          controls: [{ id: "x", title: "X", parts: [{ name: "statement", prose }] }],
          "back-matter": { resources: [{ uuid: uuid(50) }, { uuid: uuid(51) }] },
        },
      }),
    });
    expect(resolution.document?.catalog["back-matter"]).toEqual({ resources: [{ uuid: uuid(50) }] });
  });
});
