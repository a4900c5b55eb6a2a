import { describe, expect, test } from "vitest";
import { diagnoseOscal } from "../../../src/oscal/diagnose.js";
import { smallestDocument } from "../../../src/oscal/new.js";
import { readOscal } from "../../../src/oscal/read.js";
import { catalog, profile, uuid, withValue } from "../../support/documents.js";

interface Finding {
  readonly at: string | undefined;
  readonly is: string;
  readonly message: string;
  readonly fix: string | undefined;
}

async function found(value: unknown): Promise<Finding[]> {
  const { document } = await readOscal(JSON.stringify(value), "a.json");
  if (document === undefined) throw new Error("not readable");
  return (await diagnoseOscal(document)).map(({ pointer, severity, code, message, fix }) => ({
    at: pointer,
    is: `${severity} ${code}`,
    message,
    fix,
  }));
}

const codes = async (value: unknown): Promise<string[]> => (await found(value)).map(({ is }) => is);

function mapping(): unknown {
  let number = 0;
  const lastModified = "2026-11-01T00:00:00Z";
  return smallestDocument("mapping-collection", { lastModified, format: "json", uuid: () => uuid((number += 1)) });
}

describe("a text that says nothing", () => {
  const resource = (description: string): unknown =>
    withValue(catalog(), "/catalog/back-matter", {
      resources: [{ uuid: uuid(901), title: "T", description, rlinks: [{ href: "https://example.org/" }] }],
    });

  test.each(["", " ", "\n\n"])("%j is a warning", async (text) => {
    expect(await found(resource(text))).toEqual([
      {
        at: "/catalog/back-matter/resources/0/description",
        is: "warning oscal-empty-text",
        message: '"description" holds no text, so it says nothing; NIST\'s XML schema refuses it.',
        fix: "Write the text, or leave the property out where it is not required.",
      },
    ]);
  });

  test("is one in XML too", async () => {
    const text = `<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="${uuid(1)}"><metadata><title>T</title>
      <last-modified>2026-11-01T00:00:00Z</last-modified><version>1</version><oscal-version>1.2.2</oscal-version>
      <role id="r"><title>R</title><description/></role></metadata></catalog>`;
    const { document } = await readOscal(text, "a.xml");
    const problems = document === undefined ? [] : await diagnoseOscal(document);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([["oscal-empty-text", 3]]);
  });

  test("a word is enough", async () => {
    expect(await codes(resource("Yes."))).toEqual([]);
  });
});

describe("a share", () => {
  const provenance = "/mapping-collection/provenance";

  test("of 90 is a warning that offers 0.9", async () => {
    expect(await found(withValue(mapping(), `${provenance}/confidence-score`, { percentage: 90 }))).toEqual([
      {
        at: `${provenance}/confidence-score/percentage`,
        is: "warning oscal-not-a-share",
        message: '"percentage" is 90, but OSCAL means a decimal from 0 to 1.',
        fix: "Write 0.9 for 90 percent.",
      },
    ]);
  });

  test.each([
    [0, []],
    [1, []],
    [1.01, ["warning oscal-not-a-share"]],
    [-0.1, ["warning oscal-not-a-share"]],
  ])("of %s as coverage", async (share, expected) => {
    expect(await codes(withValue(mapping(), `${provenance}/coverage`, { "target-coverage": share }))).toEqual(expected);
  });
});

describe("a method of combining", () => {
  const combined = (method: string, version = "1.2.2"): unknown =>
    withValue(
      withValue(profile(), "/profile/merge", { combine: { method }, flat: {} }),
      "/profile/metadata/oscal-version",
      version,
    );

  test("is valid, and who refuses it is said", async () => {
    expect(await found(combined("use-first"))).toEqual([
      {
        at: "/profile/merge/combine/method",
        is: "info oscal-refused-elsewhere",
        message:
          "The combine method \"use-first\" is in OSCAL's metaschema, but not in NIST's JSON schema of 1.2: go-oscal and compliance-trestle 5 refuse it.",
        fix: "For readers that go by the JSON schema, resolve the profile and hand over the catalog.",
      },
    ]);
  });

  test("merge is what the constraint says of it, and an older version has the method in its schema", async () => {
    expect(await codes(combined("merge"))).toEqual(["error oscal-expect"]);
    expect(await codes(combined("keep", "1.1.3"))).toEqual(["info oscal-version-older"]);
  });
});

describe("a relationship of one's own", () => {
  const map = "/mapping-collection/mappings/0/maps/0";
  const own = withValue(mapping(), `${map}/relationship`, "inspired-by");

  test("is accepted in a map with a namespace of its own", async () => {
    expect(await found(withValue(own, `${map}/ns`, "https://example.org/ns"))).toEqual([
      {
        at: `${map}/relationship`,
        is: "info oscal-own-relationship",
        message:
          'The relationship "inspired-by" is in the words of "https://example.org/ns". A tool that takes OSCAL\'s constraint literally knows only OSCAL\'s own relationships.',
        fix: "For such tools, write one of OSCAL's relationships, and your own in a prop with that ns.",
      },
    ]);
  });

  test("is an error without one, and in that of OSCAL", async () => {
    expect(await codes(own)).toEqual(["error oscal-value-not-allowed"]);
    expect(await codes(withValue(own, `${map}/ns`, "http://csrc.nist.gov/ns/oscal"))).toEqual([
      "error oscal-value-not-allowed",
    ]);
  });
});
