import { describe, expect, it } from "vitest";
import { contentDigest } from "../../../../src/oscal/resolve/finish/catalog-uuid.js";
import { uuid } from "../../../support/documents.js";
import {
  alphabet,
  catalogOf,
  catalogText,
  documentOf,
  found,
  metadata,
  profileText,
  resolveFiles,
} from "../../../support/profiles.js";

const all = "imports: [{href: catalog.yaml, include-all: {}}]";
const own = `{title: Own, published: '2025-01-01T00:00:00Z', last-modified: '2026-01-01T00:00:00Z', version: '7', oscal-version: 1.1.0, revisions: [{version: '6'}], document-ids: [{identifier: x}], props: [{name: marking, value: m}, {name: resolution-tool, value: other}], links: [{href: old.json, rel: source-profile}, {href: older.json, rel: resolution-source}, {href: 'https://example.org', rel: canonical}], remarks: Said}`;

describe("the metadata of the result", () => {
  it("is the profile's, with who resolved it, when and from what", async () => {
    const files = { "p.yaml": profileText(all).replace(metadata, own), "catalog.yaml": alphabet };
    const resolution = await resolveFiles(files, { options: { sourceProfile: ({ uri }) => `../${uri}` } });
    expect(catalogOf(resolution).metadata).toEqual({
      title: "Own",
      "last-modified": "2026-11-01T00:00:00Z",
      version: "7",
      "oscal-version": "1.2.2",
      props: [
        { name: "marking", value: "m" },
        { name: "resolution-tool", value: "aims test" },
      ],
      links: [
        { href: "https://example.org", rel: "canonical" },
        { href: "../p.yaml", rel: "source-profile" },
      ],
      remarks: "Said",
    });
  });
});

describe("the version of OSCAL", () => {
  const version = async (profile: string, ...catalogs: string[]): Promise<[string | undefined, string[]]> => {
    const text = (each: string, version: string): string =>
      each.replace("oscal-version: 1.2.2", `oscal-version: '${version}'`);
    const imports = catalogs.map((_, index) => `{href: c${String(index)}.yaml, include-all: {}}`).join(", ");
    const resolution = await resolveFiles({
      "p.yaml": text(profileText(`imports: [${imports}]`), profile),
      ...Object.fromEntries(
        catalogs.map((each, index) => [`c${String(index)}.yaml`, text(catalogText("controls: []", index + 5), each)]),
      ),
    });
    return [resolution.document?.catalog.metadata["oscal-version"], found(resolution)];
  };

  it.each([
    ["1.0.0", ["1.1.2", "1.0.4"], "1.1.2"],
    ["1.0.4", ["1.0.0"], "1.0.4"],
    ["1.0.0", ["1.0.0-rc2"], "1.0.0"],
    ["1.0.0-rc1", ["1.0.0-rc2"], "1.0.0-rc2"],
    ["1.10.0", ["1.9.0"], "1.2.2"],
    ["1.3.0", ["1.0.0"], "1.2.2"],
    ["v1.1.3", ["1.1.2"], "1.1.3"],
  ])("is the newest of all, and not newer than aims knows: %s, %o", async (profile, catalogs, expected) => {
    expect(await version(profile, ...catalogs)).toEqual([expected, []]);
  });

  it("is skipped where it cannot be read, with a warning", async () => {
    expect(await version("1.1.0", "newest")).toEqual([
      "1.1.0",
      ['c0.yaml:3 warning profile-oscal-version: "newest" is not a version of OSCAL; it is skipped.'],
    ]);
  });

  it("ends the resolution where the major version is another", async () => {
    expect(await version("1.1.0", "2.0.0")).toEqual([
      undefined,
      [
        "p.yaml:4 error profile-oscal-version-major: c0.yaml follows OSCAL 2.0.0, which cannot be resolved together with OSCAL 1.",
      ],
    ]);
    expect(await version("0.9.0", "1.0.0")).toEqual([
      undefined,
      [
        "p.yaml:3 error profile-oscal-version-major: p.yaml follows OSCAL 0.9.0, which cannot be resolved together with OSCAL 1.",
      ],
    ]);
  });
});

describe("the uuid of the result", () => {
  const of = async (profile: string, catalog: string, options = {}): Promise<string> =>
    catalogOf(await resolveFiles({ "p.yaml": profile, "catalog.yaml": catalog }, { options })).uuid;

  it("is that of the same content, whenever, wherever and from whatever format it is made", async () => {
    const one = await of(profileText(all), alphabet);
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(
      await of(profileText(all), alphabet, {
        lastModified: "2027-01-01T00:00:00Z",
        tool: "x",
        sourceProfile: () => "y",
      }),
    ).toBe(one);
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, each]) => [key, reversed(each)]),
            )
          : value;
    const json = JSON.stringify(reversed(documentOf(alphabet, "c.yaml").value));
    expect(await of(profileText(all), json)).toBe(one);
  });

  it("is another for another profile, another catalog, and other content of the same", async () => {
    const uuids = [
      await of(profileText(all), alphabet),
      await of(profileText(all, 3), alphabet),
      await of(profileText(all), alphabet.replace(uuid(1), uuid(4))),
      await of(profileText(all), alphabet.replace("prose: Hint", "prose: Hin")),
      await of(profileText(all), alphabet.replace("title: First", "title: Firts")),
    ];
    expect(new Set(uuids).size).toBe(uuids.length);
  });
});

describe("the digest of content", () => {
  it("tells apart texts that differ in one character, or in two that change places", () => {
    const text = alphabet.slice(0, 2000);
    const texts = [text, `${text} `, ` ${text}`, text.slice(1), ""];
    for (let at = 0; at + 1 < text.length; at += 1) {
      const [one = "", two = ""] = [text[at], text[at + 1]];
      const end = text.slice(at + 2);
      texts.push(`${text.slice(0, at)}~${two}${end}`, `${text.slice(0, at)}\u0100${two}${end}`);
      if (one !== two) texts.push(`${text.slice(0, at)}${two}${one}${end}`);
    }
    expect(texts.length).toBeGreaterThan(1000);
    expect(new Set(texts.map(contentDigest)).size).toBe(new Set(texts).size);
  });
});
