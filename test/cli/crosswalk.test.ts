import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder, temporaryFolderForAll } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectPath, projectRoot, projectText } from "../support/project.js";

const out = temporaryFolderForAll();
const project = (...args: string[]): ReturnType<typeof aimsHere> =>
  aimsHere(["crosswalk", "project", ...args], projectRoot);

beforeAll(async () => {
  const args = ["assess", "examples/meridian-bank", "--as-of", "2026-11-01", "--profile", "iso-42001-full"];
  const { code } = await aimsHere([...args, "--out", out], projectRoot);
  expect(code).toBe(0);
});

/** A projection as its JSON has it, as far as outcomes can be worked out from it. */
interface Printed {
  readonly counts: Readonly<Record<string, number>>;
  readonly targets: readonly {
    readonly control: string;
    readonly outcome: string;
    readonly support?: string;
    readonly contributions: readonly {
      readonly sources: readonly { readonly state: string; readonly assurance?: string }[];
      readonly pairs: readonly {
        readonly relationship: string;
        readonly strength?: number;
        readonly targets: readonly string[];
      }[];
    }[];
  }[];
}

/** What a reader works out from the printed pairs with the tables of docs/crosswalks.md; of mappings with a source and a target each. */
function byHand(contributions: Printed["targets"][number]["contributions"]): string {
  const found = contributions.map(({ sources: [source], pairs: [pair] }) => {
    const { state = "", assurance } = source ?? {};
    const { relationship = "", strength = 0 } = pair ?? {};
    const shows = ["equal-to", "equivalent-to", "superset-of"].includes(relationship) && state === "satisfied";
    const supports = relationship !== "no-relationship" && ["satisfied", "partial"].includes(state);
    const byStrength = strength >= 7 ? 3 : strength >= 5 ? 2 : 1;
    const byAssurance = state === "satisfied" ? ({ tested: 3, documented: 2 }[assurance ?? ""] ?? 1) : 1;
    const lacks = !["satisfied", "not-applicable", "not-assessed"].includes(state);
    const within = ["equal-to", "equivalent-to", "subset-of"].includes(relationship);
    return { shows, supports, support: Math.min(byStrength, byAssurance), contrary: lacks && within };
  });
  const best = (which: "shows" | "supports"): string =>
    ["", "weak", "moderate", "strong"][Math.max(...found.filter((each) => each[which]).map((each) => each.support))] ??
    "";
  if (found.some(({ shows }) => shows) && !found.some(({ contrary }) => contrary)) return `shown ${best("shows")}`;
  if (found.some(({ supports }) => supports)) return `supported ${best("supports")}`;
  return found.length === 0 ? "not-addressed" : "not-shown";
}

describe("aims crosswalk project", () => {
  it.each(["iso27001", "nist-ai-rmf", "eu-ai-act"])(
    "onto %s can be worked out by hand from what it prints",
    async (to) => {
      const { code, stdout, stderr } = await project(out, "--to", to, "--output", "json");
      expect([code, stderr]).toEqual([0, ""]);
      const { targets, counts } = JSON.parse(stdout) as Printed;
      for (const { control, outcome, support, contributions } of targets) {
        expect([control, byHand(contributions)]).toEqual([
          control,
          `${outcome}${support === undefined ? "" : ` ${support}`}`,
        ]);
      }
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      expect(total).toBe(targets.length);
    },
  );

  it("of a workspace says the same as of its results.json, the folder of it, and the OSCAL results but for assurance", async () => {
    const workspace = ["examples/meridian-bank", "--as-of", "2026-11-01", "--profile", "iso-42001-full"];
    const outcomes = async (...args: string[]): Promise<unknown> => {
      const { stdout } = await project(...args, "--to", "iso27001", "--output", "json");
      const { targets } = JSON.parse(stdout) as Printed;
      return targets.map(({ control, outcome }) => [control, outcome]);
    };
    const direct = await project(...workspace, "--to", "iso27001", "--output", "json");
    const read = await project(join(out, "results.json"), "--to", "iso27001", "--output", "json");
    expect(read).toEqual(direct);
    expect(await project(out, "--to", "iso27001", "--output", "json")).toEqual(direct);
    expect(await outcomes(join(out, "assessment-results.json"))).toEqual(await outcomes(out));
  });

  it("writes every format to files, and text to standard output", async () => {
    const folder = temporaryFolder();
    const formats = ["csv=a.csv", "json=a.json", "markdown=a.md", "oscal=oscal"].flatMap((each) => ["--output", each]);
    const args = [
      "crosswalk",
      "project",
      out,
      "--to",
      "gdpr",
      "--mapping",
      projectPath("examples/meridian-bank/crosswalks/iso-42001-to-gdpr.json"),
    ];
    const { code, stdout } = await aimsHere([...args, ...formats], folder);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^iso42001 → gdpr: /)]);
    const csv = readFileSync(join(folder, "a.csv"), "utf8").split("\r\n");
    expect(csv[0]).toMatch(/^Target,Title,Outcome,Support,/);
    // A line for each pair, one for the article without one, the header and the end.
    expect(csv).toHaveLength(38 + 3);
    expect(readFileSync(join(folder, "a.md"), "utf8")).toContain("| gdpr:Art. 5 |");
    expect(
      ["assessment-results.json", "gdpr.json", "iso-42001-to-gdpr.json"].filter(
        (each) => !existsSync(join(folder, "oscal", each)),
      ),
    ).toEqual([]);
  });

  it.each([
    [["--to", "gdprr"], "unknown-framework", 'No framework is called "gdprr"'],
    [
      ["--to", "iso27001", "--mapping", "iso-42001-to-iso-2701"],
      "unknown-mapping",
      'Did you mean "iso-42001-to-iso-27001"?',
    ],
    [["--to", "iso27001", "--explain", "A.5.x1"], "unknown-target", 'No control of "iso27001" is called "A.5.x1"'],
    [["--to", "iso27001", "--system", "credit-score"], "unknown-system", 'The results have no system "credit-score"'],
    [
      ["--to", "iso27001", "--via", "eu-ai-act,nist-ai-rmf"],
      "no-crosswalk",
      'No mapping leads from "eu-ai-act" to "nist-ai-rmf", as --via asks.',
    ],
    [["--to", "iso27001", "--from", "nist-ai-rmf"], "not-assessed-framework", 'Nothing of "nist-ai-rmf" was assessed.'],
    [["--to", "eu-ai-act", "--explain", "Art. 9"], "unknown-target", 'Did you mean "Art. 9(1)"?'],
    [
      ["--to", "iso27001", "--mapping", "iso-42001-to-eu-ai-act"],
      "unknown-framework",
      'None of the mappings speaks of "iso27001".',
    ],
    [["--to", "???"], "unknown-framework", 'No framework is called "???"'],
    [
      ["--to", "iso42001"],
      "no-crosswalk",
      "From there, mappings lead to eu-ai-act, iso27001, nist-ai-rmf, truthvouch, vaikora.",
    ],
  ])("%j is answered with what is wrong", async (args, code, words) => {
    const run = await project(join(out, "results.json"), ...args);
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain(code);
    expect(run.stderr).toContain(words);
  });

  it("refuses what is neither results nor a workspace", async () => {
    const folder = temporaryFolder({ "catalog.json": projectText("catalog/iso-27001.json"), "empty/x.txt": "" });
    const reason = async (name: string): Promise<string> => {
      const { code, stderr } = await aimsHere(["crosswalk", "project", name, "--to", "iso27001"], folder);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await reason("catalog.json")).toContain(
      "This is not a results.json of aims: it lacks what the results of aims begin with.",
    );
    expect(await reason("empty")).toContain("the folder holds neither a results.json nor a workspace.");
    expect(await reason("nowhere.json")).toContain("There is no such file.");
  });

  it("takes a statement of applicability in place of results, and not beside them", async () => {
    const soa = "examples/meridian-bank/crosswalks/soa-27001.csv";
    const { code, stdout } = await project(
      "--soa",
      soa,
      "--to",
      "iso42001",
      "--as-of",
      "2026-11-01",
      "--output",
      "json",
    );
    const { targets } = JSON.parse(stdout) as Printed;
    expect(code).toBe(0);
    expect(new Set(targets.map(({ support }) => support))).toEqual(new Set([undefined, "weak"]));
    expect(await project(out, "--soa", soa, "--to", "iso42001")).toEqual({
      code: 2,
      stdout: "",
      stderr: `aims: --soa takes the place of an assessment: leave "${out}" out.\n`,
    });
  });
});

describe("a projection that would write over what it reads", () => {
  it("is refused: the documents of an assessment, a catalog, a mapping", async () => {
    const args = ["crosswalk", "project", "--to", "iso27001"];
    const beside = await aimsHere([...args, out, "--output", `oscal=${out}`], projectRoot);
    expect([beside.code, beside.stderr]).toEqual([
      2,
      expect.stringContaining("would overwrite this file, which is read"),
    ]);
    const folder = temporaryFolder({
      "c/iso-42001-to-iso-27001.json": projectText("catalog/mappings/iso-42001-to-iso-27001.json")
        .replaceAll("../", "aims:catalog/")
        .replaceAll("iso-42001.json", "iso-42001")
        .replaceAll("iso-27001.json", "iso-27001"),
    });
    const mapping = "c/iso-42001-to-iso-27001.json";
    const over = await aimsHere([...args, out, "--mapping", mapping, "--output", "oscal=c"], folder);
    expect([over.code, over.stderr]).toEqual([2, expect.stringContaining("would overwrite this file, which is read")]);
  });

  it("says that another day and another profile are for a workspace", async () => {
    const { code, stderr } = await project(out, "--to", "iso27001", "--as-of", "2020-01-01");
    expect([code, stderr]).toEqual([0, expect.stringContaining("--as-of has no effect on results")]);
  });
});

describe("crosswalks of a workspace", () => {
  /** A workspace with a mapping of its own to a questionnaire. */
  function workspace(settings: string): string {
    const folder = temporaryFolder({
      "aims.yaml": `profile: iso-42001-starter\n${settings}`,
      "own/questions.json": JSON.stringify(questions),
      "own/mapping.json": JSON.stringify(mapping("aims:catalog/iso-42001", "questions.json", "draft")),
      "own/old.json": JSON.stringify(mapping("aims:catalog/iso-42001", "questions.json", "superseded")),
      "own/lost.json": JSON.stringify(mapping("aims:catalog/iso-42001", "nowhere.json", "draft")),
    });
    const example = projectPath("examples/meridian-bank");
    cpSync(example, folder, { recursive: true, filter: (path) => !path.endsWith("aims.yaml") });
    return folder;
  }
  const counts = async (folder: string, ...args: string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await aimsHere(
      ["crosswalk", "project", "--to", "questions", "--as-of", "2026-11-01", ...args, "--output", "json"],
      folder,
    );
    return code === 0 ? { ...(JSON.parse(stdout) as Printed).counts, warned: stderr !== "" } : stderr;
  };

  it("are used beside those that ship with aims", async () => {
    const folder = workspace("crosswalks: [own/mapping.json]\n");
    expect(await counts(folder)).toEqual({ shown: 0, supported: 0, "not-shown": 1, "not-addressed": 1, warned: false });
    const { stdout } = await aimsHere(["crosswalk", "list"], folder);
    expect(stdout).toMatch(/^own\/mapping\.json +iso42001 +questions +1 +draft/m);
    expect(stdout).toMatch(/^iso-42001-to-eu-ai-act /m);
  });

  it("whose catalog is not at hand are used by their ids, with a warning at the href", async () => {
    const folder = workspace("crosswalks: [own/lost.json]\n");
    const { code, stdout, stderr } = await aimsHere(
      ["crosswalk", "matrix", "--to", "nowhere", "--from", "iso42001"],
      folder,
    );
    expect(code).toBe(0);
    expect(stdout).toContain("⊇8 q-1");
    expect(stderr).toMatch(
      /own\/lost\.json:\d+:\d+: warning mapping-catalog-unread: The catalog of the target, "nowhere\.json", cannot be looked into/,
    );
  });

  it("that somebody replaced are only used where they are named", async () => {
    const folder = workspace("crosswalks: [own/old.json]\n");
    expect(await counts(folder)).toContain('No mapping leads from "iso42001" to "questions"');
    expect(await counts(folder, "--mapping", "own/old.json")).toMatchObject({ "not-shown": 1 });
  });

  it("may be named by a pattern that matches their catalogs too, and are checked with the workspace", async () => {
    expect(await counts(workspace("crosswalks: ['own/[mq]*.json']\n"))).toMatchObject({
      "not-shown": 1,
      warned: false,
    });
    const validated = await aimsHere(["validate"], workspace("crosswalks: [own/questions.json]\n"));
    expect([validated.code, validated.stderr]).toEqual([2, expect.stringContaining("not-a-mapping-collection")]);
  });

  it("read no catalog outside of the workspace", async () => {
    const folder = workspace("crosswalks: [own/out.json]\n");
    writeFileSync(
      join(folder, "own/out.json"),
      JSON.stringify(mapping("aims:catalog/iso-42001", "../../questions.json", "draft")),
    );
    const { stderr } = await aimsHere(["crosswalk", "list"], folder);
    expect(stderr).toContain('"../../questions.json", cannot be looked into: it leads out of the workspace.');
  });

  it("of two catalogs that go by one name are refused", async () => {
    const folder = workspace("crosswalks: [own/mapping.json, own/other.json]\n");
    mkdirSync(join(folder, "own/x"));
    const other = { catalog: { ...questions.catalog, uuid: "5d2f3c8e-6a0b-4c39-9a51-0d3c7f0b1a09" } };
    writeFileSync(join(folder, "own/x/questions.json"), JSON.stringify(other));
    writeFileSync(
      join(folder, "own/other.json"),
      JSON.stringify(mapping("aims:catalog/iso-42001", "x/questions.json", "draft")),
    );
    const { code, stderr } = await aimsHere(["crosswalk", "list"], folder);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('Both this catalog and "own/questions.json" go by the name "questions"'),
    ]);
  });

  it("keep results from being written among them", async () => {
    const folder = workspace("crosswalks: [own/*.json]\n");
    const { code, stderr } = await aimsHere(["assess", "--as-of", "2026-11-01", "--out", "own"], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining("output-conflict")]);
  });

  it("must lie in the workspace, and be there", async () => {
    const folder = workspace("crosswalks: [../elsewhere.json, none/*.json]\n");
    const { code, stderr } = await aimsHere(["crosswalk", "list"], folder);
    expect(code).toBe(2);
    expect(stderr).toContain("aims.yaml:2:14: error path-outside-workspace");
    expect(stderr).toContain('warning pattern-without-match: No mapping collection matches "none/*.json".');
  });

  it("are projected beside an assessment", async () => {
    const folder = workspace("crosswalks: [own/mapping.json]\n");
    const args = ["assess", "--as-of", "2026-11-01", "--crosswalk"];
    expect((await aimsHere([...args, "questions,iso27001"], folder)).code).toBe(0);
    const names = ["crosswalk-questions.json", "crosswalk-questions/assessment-results.json", "crosswalk-iso27001.csv"];
    expect(names.filter((name) => !existsSync(join(folder, "aims-out", name)))).toEqual([]);
    const wrong = await aimsHere([...args, "questionz"], folder);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Did you mean "questions"?')]);
  });
});

const metadata = {
  title: "Questions",
  "last-modified": "2026-11-01T00:00:00Z",
  version: "1",
  "oscal-version": "1.2.2",
};

const questions = {
  catalog: {
    uuid: "5d2f3c8e-6a0b-4c39-9a51-0d3c7f0b1a01",
    metadata,
    controls: [
      { id: "q-1", title: "Is there an inventory?" },
      { id: "q-2", title: "Is there a budget?" },
    ],
  },
};

function mapping(source: string, target: string, status: string): unknown {
  return {
    "mapping-collection": {
      uuid: "5d2f3c8e-6a0b-4c39-9a51-0d3c7f0b1a02",
      metadata,
      provenance: { method: "human", "matching-rationale": "functional", status, "mapping-description": "By hand." },
      mappings: [
        {
          uuid: "5d2f3c8e-6a0b-4c39-9a51-0d3c7f0b1a03",
          "source-resource": { type: "catalog", href: source },
          "target-resource": { type: "catalog", href: target },
          maps: [
            {
              uuid: "5d2f3c8e-6a0b-4c39-9a51-0d3c7f0b1a04",
              relationship: "superset-of",
              sources: [{ type: "control", "id-ref": "a.4.2" }],
              targets: [{ type: "control", "id-ref": "q-1" }],
              props: [{ name: "strength", ns: "https://aims-as-code.org/ns/oscal", value: "8" }],
            },
          ],
        },
      ],
    },
  };
}
