import { describe, expect, it } from "vitest";
import { catalog } from "../support/documents.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectRoot } from "../support/project.js";

async function json(args: readonly string[], folder: string): Promise<unknown> {
  const { code, stdout, stderr } = await aimsHere(["catalog", ...args, "--output", "json"], folder);
  expect([stderr, code]).toEqual(["", 0]);
  return JSON.parse(stdout);
}

const controlOne = {
  id: "h-1",
  title: "Rules <b>are</b> kept",
  params: [
    { id: "h-1_p1", label: "who" },
    {
      id: "h-1_p2",
      select: { "how-many": "one-or-more", choice: ["daily", "by {{ insert: param, h-1_p1 }}"] },
    },
    { id: "h-1_p3", values: ["one", "two"] },
  ],
  props: [{ name: "label", value: "H1" }],
  links: [
    { href: "#h-9", rel: "related" },
    { href: "#h-2", rel: "required" },
    { href: "other.json#x", rel: "related" },
  ],
  parts: [
    {
      id: "h-1_smt",
      name: "statement",
      prose: "Rules of {{ insert: param, h-1_p3 }}:",
      parts: [
        {
          id: "h-1_smt.a",
          name: "item",
          props: [{ name: "label", value: "a." }],
          prose: "are checked {{ insert: param, h-1_p2 }}, not {{ insert: param, h-8 }};",
        },
      ],
    },
    { id: "h-1_evd", name: "expected-evidence", ns: "https://example.org/ns", prose: "Of somebody else." },
  ],
  controls: [{ id: "h-2", title: "Two" }],
};

/** A catalog as somebody else writes it: controls in controls, parts in parts, choices that insert one another. */
const house = {
  catalog: {
    ...catalog().catalog,
    groups: [
      {
        id: "h",
        title: "House",
        groups: [
          { title: "Without an id", controls: [{ id: "h-9", title: "Nine" }] },
          { id: "h-a", title: "With one", controls: [controlOne] },
        ],
      },
    ],
    controls: [{ id: "loose", title: "In no group" }],
  },
};
const houseText = JSON.stringify(house);

const ownRule = `# METADATA
# title: Our own rule
# description: A rule of our own.
# custom:
#   id: own-rule
#   subject: system
#   controls: [iso42001:A.5.5]
#   severity: low
#   remediation: Do it.
#   parameters: []
package own.rule

observed contains {"message": "Named.", "at": "/system/name"} if input.system.name != ""
`;

describe("aims catalog list", () => {
  it("lists groups and controls as they stand in one another, of any catalog", async () => {
    const folder = temporaryFolder({ "house.json": houseText });
    expect(await json(["list", "--catalog", "house.json"], folder)).toEqual({
      catalog: "house.json",
      title: "Catalog",
      version: "1",
      shipped: false,
      groups: 3,
      controls: 4,
      contents: {
        groups: [
          {
            id: "h",
            title: "House",
            groups: [
              { title: "Without an id", controls: [{ control: "h-9", id: "h-9", title: "Nine" }] },
              {
                id: "h-a",
                title: "With one",
                controls: [
                  {
                    control: "H1",
                    id: "h-1",
                    title: "Rules <b>are</b> kept",
                    controls: [{ control: "h-2", id: "h-2", title: "Two" }],
                  },
                ],
              },
            ],
          },
        ],
        controls: [{ control: "loose", id: "loose", title: "In no group" }],
      },
    });
    const { stdout } = await aimsHere(["catalog", "list", "--catalog", "house.json"], folder);
    expect(stdout).toBe(
      [
        "house.json  Catalog",
        "4 controls in 3 groups",
        "",
        "h  House",
        "  Without an id",
        "    h-9  Nine",
        "  h-a  With one",
        "    H1 (h-1)  Rules <b>are</b> kept",
        "      h-2  Two",
        "loose  In no group",
        "",
      ].join("\n"),
    );
  });

  it("lists the shipped catalogs, and knows each by name, framework, address and path", async () => {
    const { catalogs } = (await json(["list"], temporaryFolder())) as { catalogs: Record<string, unknown>[] };
    expect(catalogs.map((each) => [each["catalog"], each["framework"], each["controls"], each["shipped"]])).toEqual([
      ["eu-ai-act", "eu-ai-act", 301, true],
      ["iso-27001", "iso27001", 123, true],
      ["iso-42001", "iso42001", 70, true],
      ["nist-ai-rmf", "nist-ai-rmf", 103, true],
    ]);
    const byName = await json(["list", "--catalog", "iso-42001"], projectRoot);
    for (const name of ["iso42001", "ISO42001", "aims:catalog/iso-42001"]) {
      expect(await json(["list", "--catalog", name], projectRoot)).toEqual(byName);
    }
    expect(await json(["list", "--catalog", "catalog/iso-42001.json"], projectRoot)).toEqual({
      ...(byName as object),
      catalog: "catalog/iso-42001.json",
      shipped: false,
    });
  });

  it("lists the groups that are named alone, and says which is not there", async () => {
    const args = ["catalog", "list", "--catalog", "iso42001", "--group", "cl.10", "--group", "A.55"];
    const { code, stdout, stderr } = await aimsHere(args, temporaryFolder());
    expect([code, stderr]).toEqual([2, 'aims: no group of iso42001 is called "A.55". Did you mean "A.5"?\n']);
    expect(stdout.split("\n").slice(3)).toEqual([
      "10 (cl.10)  Improvement",
      "  iso42001:10.1 (cl.10.1)  Continual improvement",
      "  iso42001:10.2 (cl.10.2)  Nonconformity and corrective action",
      "",
    ]);
    expect(await aimsHere(["catalog", "list", "--group", "A.5"], temporaryFolder())).toEqual({
      code: 2,
      stdout: "",
      stderr: "aims: --group needs --catalog, which says whose group it is.\n",
    });
  });

  it("refuses what is not a catalog", async () => {
    const { code, stdout, stderr } = await aimsHere(
      ["catalog", "list", "--catalog", "profiles/iso-42001-full.json"],
      projectRoot,
    );
    expect([code, stdout, stderr]).toEqual([
      2,
      "",
      "profiles/iso-42001-full.json: error not-a-catalog: This is an OSCAL profile, not a catalog.\n    fix: Resolve it first: aims oscal resolve PROFILE -o CATALOG.\n1 error, 0 warnings.\n",
    ]);
  });
});

describe("aims catalog show", () => {
  it("puts parameters into texts, and leaves out what belongs to others", async () => {
    const folder = temporaryFolder({ "house.json": houseText });
    expect(await json(["show", "h1", "--catalog", "house.json"], folder)).toEqual({
      controls: [
        {
          catalog: "house.json",
          control: "H1",
          id: "h-1",
          title: "Rules <b>are</b> kept",
          statement:
            "Rules of one, two:\n\na. are checked [one or more of: daily; by [who]], not {{ insert: param, h-8 }};",
          guidance: "",
          expectedEvidence: [],
          ownerRoles: [],
          stages: [],
          organizationRoles: [],
          parameters: [
            { id: "h-1_p1", label: "who", values: [], types: [] },
            { id: "h-1_p2", values: [], types: [] },
            { id: "h-1_p3", values: ["one", "two"], types: [] },
          ],
          related: [{ control: "h-9", title: "Nine" }, { control: "other.json#x" }],
          rules: [],
        },
      ],
    });
  });

  it("has nothing in Markdown that a text could make markup of", async () => {
    const folder = temporaryFolder({ "house.json": houseText });
    const args = ["catalog", "show", "h-1", "--catalog", "house.json", "--output", "markdown"];
    const { code, stdout } = await aimsHere(args, folder);
    expect([code, stdout]).toEqual([
      0,
      [
        "## H1 (h-1) Rules \\<b\\>are\\</b\\> kept",
        "",
        "Catalog `house.json`.",
        "",
        "### Statement",
        "",
        "Rules of one, two:",
        "",
        "a. are checked \\[one or more of: daily; by \\[who\\]\\], not \\{\\{ insert: param, h-8 \\}\\};",
        "",
        "### Parameters",
        "",
        "- `h-1_p1` = not set: who",
        "- `h-1_p2` = not set",
        "- `h-1_p3` = one, two",
        "",
        "### Related controls",
        "",
        "- `h-9`: Nine",
        "- `other.json#x`",
        "",
      ].join("\n"),
    ]);
  });

  it("shows all of a catalog, each control once, and of a bare label that of each catalog", async () => {
    const folder = temporaryFolder();
    const all = (await json(["show", "--catalog", "iso-42001"], folder)) as { controls: unknown[] };
    expect(all.controls).toHaveLength(70);
    const both = (await json(["show", "A.5.4", "iso42001:a.5.4"], folder)) as { controls: { control: string }[] };
    expect(both.controls.map(({ control }) => control)).toEqual(["iso27001:A.5.4", "iso42001:A.5.4"]);
    expect((await json(["show", "iso-42001:A.5.4"], folder)) as object).toEqual({ controls: both.controls.slice(1) });
    const none = await aimsHere(["catalog", "show"], folder);
    expect([none.code, none.stdout]).toEqual([2, ""]);
  });

  it("names rules of the workspace where it is started, with their place", async () => {
    const folder = temporaryFolder({
      "organization.yaml": "kind: organization\nid: shop\nname: Shop\n",
      "rules/own.rego": ownRule,
    });
    const { controls } = (await json(["show", "iso42001:A.5.5"], folder)) as { controls: { rules: object[] }[] };
    expect(controls[0]?.rules).toContainEqual({
      id: "own-rule",
      title: "Our own rule",
      parameters: [],
      file: "rules/own.rego",
      line: 1,
    });
  });
});
