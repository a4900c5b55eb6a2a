import { describe, expect, it } from "vitest";
import { resolveProfile } from "../../../../src/oscal/resolve.js";
import { uuid } from "../../../support/documents.js";
import {
  alphabet,
  catalogOf,
  documentOf,
  found,
  outline,
  parse,
  profileText,
  resolveFiles,
  resolveText,
} from "../../../support/profiles.js";

const all = "imports: [{href: catalog.yaml, include-all: {}}]";
const asIs = "merge: {as-is: true}";
const resource = (rest: string): string =>
  `imports: [{href: '#${uuid(70)}', include-controls: [{with-ids: [a.1]}]}]\nback-matter: {resources: [{uuid: ${uuid(70)}, ${rest}}]}`;

describe("an import by href", () => {
  it("starts from the place of the profile that has it", async () => {
    const resolution = await resolveFiles({
      "top/profile.yaml": profileText(`imports: [{href: ../middle/inner.yaml, include-all: {}}]\n${asIs}`),
      "middle/inner.yaml": profileText(`imports: [{href: data/catalog.yaml, include-all: {}}]\n${asIs}`, 3),
      "middle/data/catalog.yaml": alphabet,
    });
    expect(outline(catalogOf(resolution))).toBe("r1 a(a.1 a.2(a.2.1(a.2.1.x) a.2.2)) b(b.inner(b.1) b.other(b.2))");
    expect(resolution.documents.map(({ uri }) => uri)).toEqual([
      "top/profile.yaml",
      "middle/inner.yaml",
      "middle/data/catalog.yaml",
    ]);
  });

  it("may lead through profiles in several levels and formats; each modifies what it gets from below", async () => {
    const setting = (value: string): string => `modify: {set-parameters: [{param-id: a.1_prm, values: ['${value}']}]}`;
    const resolution = await resolveFiles({
      "one.yaml": profileText(`imports: [{href: two.json, include-controls: [{with-ids: [a.1]}]}]\n${setting("1")}`),
      "two.json": JSON.stringify(
        documentOf(profileText(`imports: [{href: three.yaml, include-all: {}}]\n${setting("2")}`, 3), "two.yaml").value,
      ),
      "three.yaml": profileText(`${all}\n${setting("3")}`, 4),
      "catalog.yaml": alphabet,
    });
    expect(found(resolution)).toEqual([]);
    expect(catalogOf(resolution).controls?.[0]?.params).toEqual([{ id: "a.1_prm", label: "Days", values: ["1"] }]);
  });

  it("of one document by two ways reads and resolves it once", async () => {
    const files = {
      "top.yaml": profileText(
        "imports: [{href: left.yaml, include-controls: [{with-ids: [a.1]}]}, {href: right.yaml, include-controls: [{with-ids: [b.2]}]}]",
      ),
      "left.yaml": profileText("imports: [{href: base.yaml, include-all: {}}]", 3),
      "right.yaml": profileText("imports: [{href: ./base.yaml, include-all: {}}]", 4),
      "base.yaml": profileText(all, 5),
      "catalog.yaml": alphabet,
    };
    const read: string[] = [];
    const resolution = await resolveFiles(files, {
      read: (text, file) => {
        read.push(file);
        return documentOf(text, file);
      },
    });
    expect(found(resolution)).toEqual([]);
    expect(outline(catalogOf(resolution))).toBe("a.1 b.2");
    expect(read.filter((file) => file === "base.yaml")).toHaveLength(2);
    expect(resolution.documents.map(({ uri }) => uri)).toEqual([
      "top.yaml",
      "left.yaml",
      "base.yaml",
      "catalog.yaml",
      "right.yaml",
    ]);
  });

  it("that leads nowhere ends in an error at the import, and the other imports are tried all the same", async () => {
    const resolution = await resolveText(
      "imports:\n- {href: missing.yaml, include-all: {}}\n- {href: catalog.yaml, include-all: {}}\n- {href: gone.yaml, include-all: {}}",
    );
    expect(resolution.document).toBeUndefined();
    expect(resolution.diagnostics).toMatchObject([
      { pointer: "/profile/imports/0/href", line: 5, column: 12 },
      { pointer: "/profile/imports/2/href", line: 7, column: 12 },
    ]);
    expect(found(resolution)).toEqual([
      'profile.yaml:5 error profile-import-unreachable: The import "missing.yaml" cannot be read: there is no such file.',
      'profile.yaml:7 error profile-import-unreachable: The import "gone.yaml" cannot be read: there is no such file.',
    ]);
  });

  it("of what is neither catalog nor profile is an error", async () => {
    const resolution = await resolveText("imports: [{href: plan.yaml, include-all: {}}]", {
      "plan.yaml": "assessment-plan: {}\n",
    });
    expect(found(resolution)).toEqual([
      'profile.yaml:4 error profile-import-not-a-catalog: "plan.yaml" is an OSCAL assessment-plan, neither a catalog nor a profile.',
    ]);
  });

  it("passes on what a reader finds inside a document", async () => {
    const inside = { code: "yaml-syntax", severity: "error", message: "broken", file: "c.yaml" } as const;
    const root = documentOf(profileText(all), "p.yaml");
    const { diagnostics } = await resolveProfile(
      { uri: "p.yaml", document: root },
      () => Promise.resolve({ failure: "it is no YAML.", fix: "Correct it.", diagnostics: [inside] }),
      { lastModified: "", tool: "" },
    );
    expect(diagnostics.map(({ code, fix }) => [code, fix])).toEqual([
      ["yaml-syntax", undefined],
      ["profile-import-unreachable", "Correct it."],
    ]);
  });
});

describe("profiles that import themselves", () => {
  it("are an error that prints the circle", async () => {
    const resolution = await resolveFiles({
      "a.yaml": profileText("imports: [{href: b.yaml, include-all: {}}]"),
      "b.yaml": profileText("imports: [{href: c.yaml, include-all: {}}]", 3),
      "c.yaml": profileText("imports: [{href: b.yaml, include-all: {}}]", 4),
    });
    expect(resolution.document).toBeUndefined();
    expect(found(resolution)).toEqual([
      "c.yaml:4 error profile-import-cycle: The profile imports itself: b.yaml > c.yaml > b.yaml.",
    ]);
  });

  it("directly too", async () => {
    const resolution = await resolveFiles({ "a.yaml": profileText("imports: [{href: a.yaml, include-all: {}}]") });
    expect(found(resolution)).toEqual([
      "a.yaml:4 error profile-import-cycle: The profile imports itself: a.yaml > a.yaml.",
    ]);
  });

  it("or one another without end are stopped", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, level) => [
        `p${String(level)}.yaml`,
        profileText(`imports: [{href: p${String(level + 1)}.yaml, include-all: {}}]`, level + 2),
      ]),
    );
    expect(found(await resolveFiles(files))).toEqual([
      "p31.yaml:4 error profile-import-too-deep: Profiles import one another over more than 32 levels.",
    ]);
  });

  it("or double their controls at every level are stopped before the memory is full", async () => {
    const twice = (href: string): string =>
      `imports: [{href: ${href}, include-all: {}}, {href: ${href}, include-all: {}}]\n${asIs}`;
    const levels = Array.from({ length: 25 }, (_, level): [string, string] => [
      `p${String(level)}.yaml`,
      profileText(twice(level === 24 ? "catalog.yaml" : `p${String(level + 1)}.yaml`), level + 2),
    ]);
    const resolution = await resolveFiles(Object.fromEntries([...levels, ["catalog.yaml", alphabet]]));
    expect(resolution.document).toBeUndefined();
    expect(resolution.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "profile-too-large",
    ]);
  });
});

describe("an import by the uuid of a resource", () => {
  it("takes JSON before YAML before XML before what has no name, and skips formats that are not of OSCAL", async () => {
    const links = ["c", "c.xml", "c.yaml", "c.pdf", "c.json"].map((href) => `{href: ${href}}`);
    const tried: string[] = [];
    const root = documentOf(
      profileText(
        resource(
          `rlinks: [{href: brochure, media-type: text/html}, {href: first, media-type: application/oscal.catalog+xml}, ${links.join(", ")}]`,
        ),
      ),
      "p.yaml",
    );
    const { diagnostics } = await resolveProfile(
      { uri: "p.yaml", document: root },
      (href) => {
        tried.push(href);
        return Promise.resolve({ failure: "no." });
      },
      { lastModified: "", tool: "" },
    );
    expect(tried).toEqual(["c.json", "c.yaml", "first", "c.xml", "c", "c.pdf"]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `The import "#${uuid(70)}" cannot be read: "c.json": no. "c.yaml": no. "first": no. "c.xml": no. "c": no. "c.pdf": no.`,
    ]);
  });

  it("is resolved relative to the document that has the resource, whatever the case of the uuid", async () => {
    const upper = "0000000A-0000-4000-8000-00000000000B";
    const resolution = await resolveFiles({
      "profiles/p.yaml": profileText(
        `imports: [{href: '#${upper}', include-all: {}}]\nback-matter: {resources: [{uuid: ${upper.toLowerCase()}, rlinks: [{href: ../nowhere.json}, {href: ../c.yaml}]}]}`,
      ),
      "c.yaml": alphabet,
    });
    expect(found(resolution)).toEqual([]);
    expect(catalogOf(resolution).controls).toHaveLength(8);
  });

  it("may be carried as base64", async () => {
    const base64 = Buffer.from(JSON.stringify(documentOf(alphabet, "c.yaml").value)).toString("base64");
    const lines = base64.replace(/.{76}/g, "$&\\n");
    const text = resource(`base64: {filename: c.json, media-type: application/json, value: "${lines}"}`);
    const resolution = await resolveText(text, {}, { options: { parse } });
    expect(outline(catalogOf(resolution))).toBe("a.1");
    expect(resolution.documents.map(({ uri }) => uri)).toEqual(["profile.yaml", `profile.yaml#${uuid(70)}`]);
    expect(found(await resolveText(text))).toEqual([
      `profile.yaml:4 error profile-import-unreachable: The import "#${uuid(70)}" cannot be read: base64: what a profile carries as base64 is not read here.`,
    ]);
  });

  it("is an error where the carried text is not base64", async () => {
    const resolution = await resolveText(resource("base64: {value: '%%%%'}"), {}, { options: { parse } });
    expect(found(resolution)).toEqual([
      `profile.yaml:4 error profile-import-unreachable: The import "#${uuid(70)}" cannot be read: base64: it is not base64 (RFC 4648, section 4).`,
    ]);
  });

  it("is an error where there is no such resource, with the one that was meant", async () => {
    const resolution = await resolveText(
      `imports: [{href: '#${uuid(71)}', include-all: {}}]\nback-matter: {resources: [{uuid: ${uuid(70)}, rlinks: [{href: catalog.yaml}]}]}`,
    );
    expect(found(resolution)).toEqual([
      `profile.yaml:4 error profile-import-unknown-resource: The profile has no resource "${uuid(71)}" in its back matter.`,
    ]);
    expect(resolution.diagnostics[0]?.fix).toBe(`Did you mean "${uuid(70)}"?`);
  });

  it("is an error where the resource leads nowhere at all", async () => {
    expect(found(await resolveText(resource("title: Nothing")))).toEqual([
      `profile.yaml:4 error profile-import-unreachable: The import "#${uuid(70)}" cannot be read: its resource has neither a link to a JSON, YAML or XML document nor the document itself.`,
    ]);
  });
});

describe("what is not a profile", () => {
  it("is not resolved", async () => {
    expect(found(await resolveFiles({ "c.yaml": alphabet }))).toEqual([
      "c.yaml:1 error profile-not-a-profile: This is an OSCAL catalog, not a profile.",
    ]);
  });
});
