import { describe, expect, test } from "vitest";
import { diagnoseOscal } from "../../../src/oscal/diagnose.js";
import { readOscal } from "../../../src/oscal/read.js";
import { catalog, plan, profile, withValue } from "../../support/documents.js";

/** What is found in a document that declares a version, without the notice of the version itself. */
async function found(
  document: object,
  model: string,
  version: string,
): Promise<{ at: string; code: string; message: string; fix: string | undefined }[]> {
  const declared = withValue(document, `/${model}/metadata/oscal-version`, version);
  const { document: read } = await readOscal(JSON.stringify(declared), "a.json");
  if (read === undefined) throw new Error("not readable");
  return (await diagnoseOscal(read, { constraints: false, fileExists: () => true }))
    .filter(({ code }) => !code.startsWith("oscal-version-"))
    .map(({ severity, code, pointer = "", message, fix }) => ({
      at: pointer,
      code: `${severity} ${code}`,
      message,
      fix,
    }));
}

const codes = async (...args: Parameters<typeof found>): Promise<string[]> =>
  (await found(...args)).map(({ code }) => code);

describe("something newer than the declared version", () => {
  const remark = "/profile/imports/0/include-controls";
  const matching = withValue(profile(), remark, [{ matching: [{ pattern: "a.*", remarks: "All of a." }] }]);

  test("a property is a warning at its name", async () => {
    expect(await found(matching, "profile", "1.1.2")).toEqual([
      {
        at: `${remark}/0/matching/0/remarks`,
        code: "warning oscal-newer-part",
        message: 'The property "remarks" exists since OSCAL 1.2.0; the document declares 1.1.2.',
        fix: "Declare 1.2.0 or later, or leave it out.",
      },
    ]);
  });

  test.each([
    ["1.0.0-rc2", 1],
    ["v1.1.3", 1],
    ["1.2.0-rc1", 0],
    ["1.2.0", 0],
    ["1.2.2", 0],
    ["1.3.0", 0],
    ["banana", 0],
  ])("%s", async (version, count) => {
    expect(await codes(matching, "profile", version)).toHaveLength(count);
  });

  test("where the version is not exactly known, the message says between which it came", async () => {
    const link = { href: "https://example.org/a", "resource-fragment": "b" };
    const value = withValue(catalog(), "/catalog/metadata/links", [link]);
    expect(await found(value, "catalog", "1.0.4")).toEqual([
      {
        at: "/catalog/metadata/links/0/resource-fragment",
        code: "warning oscal-newer-part",
        message:
          'The property "resource-fragment" exists since a version after OSCAL 1.0.6, 1.1.3 at the latest; the document declares 1.0.4.',
        fix: "Declare 1.1.3 or later, or leave it out.",
      },
    ]);
    expect(await codes(value, "catalog", "1.1.0")).toEqual([]);
  });

  test("a model is one warning, at the root", async () => {
    const metadata = { title: "M", "last-modified": "2026-01-01T00:00:00Z", version: "1" };
    const problems = await found({ "mapping-collection": { metadata } }, "mapping-collection", "1.1.3");
    expect(problems.filter(({ code }) => code.startsWith("warning"))).toEqual([
      {
        at: "/mapping-collection",
        code: "warning oscal-newer-part",
        message: 'The model "mapping-collection" exists since OSCAL 1.2.0; the document declares 1.1.3.',
        fix: "Declare 1.2.0 or later, or leave it out.",
      },
    ]);
  });

  test("a property that the declared version still requires", async () => {
    const value = withValue(plan(), "/system-security-plan/system-implementation/users", undefined);
    const text = JSON.parse(JSON.stringify(value)) as object;
    expect(await found(text, "system-security-plan", "1.1.3")).toEqual([
      {
        at: "/system-security-plan/system-implementation",
        code: "warning oscal-required-before",
        message: '"users" is missing here. It may be left out since OSCAL 1.2.0; the document declares 1.1.3.',
        fix: 'Add "users", or declare 1.2.0 or later.',
      },
    ]);
    expect(await codes(text, "system-security-plan", "1.2.0")).toEqual([]);
  });
});

describe("a rule that the declared version does not have", () => {
  const title = withValue(catalog(), "/catalog/groups/0/title", "Two\nlines");

  test("is a warning that says since when it is one", async () => {
    expect(await found(title, "catalog", "1.1.3")).toEqual([
      {
        at: "/catalog/groups/0/title",
        code: "warning oscal-newer-rule",
        message: expect.stringMatching(
          /^"Two\\nlines" .* That is a rule since OSCAL 1\.2\.0; the document declares 1\.1\.3, which does not have it\.$/,
        ) as unknown,
        fix: expect.stringMatching(/^Before you declare 1\.2\.0 or later: write /) as unknown,
      },
    ]);
  });

  test.each([
    ["1.0.4", "warning oscal-newer-rule"],
    ["1.2.0", "error oscal-wrong-form"],
    ["1.2.2", "error oscal-wrong-form"],
    ["1.3.0", "error oscal-wrong-form"],
  ])("%s", async (version, code) => {
    expect(await codes(title, "catalog", version)).toEqual([code]);
  });

  test("also in the entry of a list", async () => {
    const param = { id: "p-1", select: { choice: ["one", "two\nlines"] } };
    const value = withValue(catalog(), "/catalog/params", [param]);
    expect(await codes(value, "catalog", "1.1.3")).toEqual(["warning oscal-newer-rule"]);
    expect(await codes(value, "catalog", "1.2.0")).toEqual(["error oscal-wrong-form"]);
  });

  test("an empty title stays an error, which says the same", async () => {
    const [only, ...others] = await found(withValue(catalog(), "/catalog/groups/0/title", ""), "catalog", "1.1.3");
    expect([only?.code, others]).toEqual(["error oscal-wrong-form", []]);
    expect(only?.message).toMatch(/ That is a rule since OSCAL 1\.2\.0\.$/);
  });

  test("a form that all versions ask for stays an error", async () => {
    expect(await codes(withValue(catalog(), "/catalog/groups/0/id", "a 5"), "catalog", "1.1.3")).toContain(
      "error oscal-wrong-form",
    );
  });
});

test("a version to come is not a failure, and its notice says what it means", async () => {
  const value = withValue(catalog(), "/catalog/metadata/oscal-version", "1.3.0");
  const { document } = await readOscal(JSON.stringify(value), "a.json");
  const [notice, ...others] = document === undefined ? [] : await diagnoseOscal(document);
  expect([notice?.severity, notice?.message, others]).toEqual([
    "warning",
    "The document declares OSCAL 1.3.0, and aims knows none newer than 1.2.2; it is checked against that, and what came later is reported as unknown.",
    [],
  ]);
});
