import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseOutput } from "../../src/cli/options.js";
import { assessmentFormats } from "../../src/report/assessment.js";
import { danglingReferences } from "../../src/oscal/references.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere, main, type Run } from "../support/program.js";
import { projectRoot } from "../support/project.js";

const example = join(projectRoot, "examples", "meridian-bank");

/** Assesses the example from inside the folder, into its folder "out". */
async function assess(cwd: string, ...more: string[]): Promise<Run> {
  return await aimsHere(["assess", example, "--as-of", "2026-11-01", "--out", "out", ...more], cwd);
}

describe("parseOutput", () => {
  it("knows the names of standard output", () => {
    for (const value of ["json", "json=-", "json=/dev/stdout", "json=/dev/fd/1"]) {
      expect(parseOutput(value, assessmentFormats)).toEqual({ format: "json" });
    }
    expect(parseOutput("json=/dev/stdout.json", assessmentFormats)).toEqual({
      format: "json",
      path: "/dev/stdout.json",
    });
    for (const value of ["oscal=/dev/stdout", "oscal"]) {
      expect(() => parseOutput(value, assessmentFormats)).toThrow(
        "The format oscal needs a folder: write oscal=FOLDER.",
      );
    }
  });
});

describe.skipIf(process.platform === "win32")("outputs that are not files", () => {
  // Windows has neither pipes nor devices among its files.
  it("refuses a pipe, says what it is, and leaves it", async () => {
    const folder = temporaryFolder();
    expect(spawnSync("sh", ["-c", "mkfifo p"], { cwd: folder }).status).toBe(0);
    const { code, stdout, stderr } = await assess(folder, "--output", "sarif=p");
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr: `p: error unwritable-file: This is not a file but a pipe, which is not replaced by one.
    fix: Name a file; for standard output, write "-" in place of the path.
1 error, 0 warnings.
`,
    });
    expect(lstatSync(join(folder, "p")).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(["p"]);
  });

  it("follows a link to a file", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "real.json"), "old");
    symlinkSync("real.json", join(folder, "link.json"));
    expect((await assess(folder, "--output", "json=link.json")).code).toBe(0);
    expect(lstatSync(join(folder, "link.json")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "real.json"), "utf8")).toBe(
      readFileSync(join(folder, "out", "results.json"), "utf8"),
    );
  });

  it.skipIf(!existsSync("/proc/self"))("gives up at once where no folder can be made", async () => {
    // Only Linux has /proc.
    const { code, stderr } = await aimsHere(["assess", example, "--out", "/proc/aims/out"], projectRoot);
    expect([code, stderr]).toEqual([2, expect.stringContaining("/proc/aims/out: error unwritable-folder:")]);
  });

  it.skipIf(!existsSync("/dev/full"))("ends with 2 and one line when standard output is full", () => {
    // Only Linux has /dev/full.
    for (const args of [["assess", example, "--as-of", "2026-11-01"], ["--version"], ["--help"], ["rules", "list"]]) {
      const cwd = temporaryFolder();
      const full = openSync("/dev/full", "w");
      const { status, stderr } = spawnSync(process.execPath, [main, ...args], {
        cwd,
        encoding: "utf8",
        stdio: ["ignore", full, "pipe"],
      });
      closeSync(full);
      expect([status, stderr.split("\n").filter((line) => line.startsWith("aims:"))]).toEqual([
        2,
        ["aims: standard output cannot be written: the disk is full."],
      ]);
      expect(stderr).not.toContain("node:internal");
    }
  });

  it.skipIf(!existsSync("/dev/full"))("keeps its exit code when standard error is full", () => {
    // Only Linux has /dev/full.
    const cwd = temporaryFolder();
    const full = openSync("/dev/full", "w");
    const args = ["assess", example, "--as-of", "2026-11-01", "--fail-on", "critical"];
    const { status } = spawnSync(process.execPath, [main, ...args], {
      cwd,
      stdio: ["ignore", "ignore", full],
    });
    closeSync(full);
    expect(status).toBe(1);
  });
});

describe("faults of the program itself", () => {
  /** Runs a copy of the program whose module has been changed. */
  function broken(module: string, code: string, args: readonly string[]): Run {
    const folder = temporaryFolder();
    cpSync(join(projectRoot, "dist"), join(folder, "dist"), { recursive: true });
    cpSync(join(projectRoot, "package.json"), join(folder, "package.json"));
    symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "dist", module), code);
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "dist", "main.js"), ...args], {
      encoding: "utf8",
      cwd: folder,
    });
    return { code: status, stdout, stderr };
  }

  it("end with 3 and one line, wherever nobody catches them", () => {
    const line = "aims: internal fault, please report it with the input that led to it: Error: one two\n";
    const program = "bin/program.js";
    // The name by which main.js takes the module from the file that holds it.
    const main = readFileSync(join(projectRoot, "dist", "main.js"), "utf8");
    const name = /bin\/program\.js"\)\.then\(\(?\w+\)?=>\w+\.(\w+)\)/.exec(main)?.[1] ?? "";
    const running = (body: string): string => `export const ${name} = { async runProgram() { ${body} } };`;
    const uncaught = running('setTimeout(() => { throw new Error("one\\n two"); }, 1);');
    expect(broken(program, uncaught, [])).toEqual({ code: 3, stdout: "", stderr: line });
    const rejected = running('void Promise.reject(new Error("one\\n two"));');
    expect(broken(program, rejected, [])).toEqual({ code: 3, stdout: "", stderr: line });
    expect(broken(program, 'throw new Error("one\\n two");', [])).toEqual({ code: 3, stdout: "", stderr: line });
  });

  it("end with 3 when a verb cannot be loaded", () => {
    const { code, stderr } = broken("bin/shared-1.js", 'throw new Error("half installed");', ["validate"]);
    expect([code, stderr.split("\n").slice(0, 2)]).toEqual([
      3,
      ["aims: internal fault, please report it with the input that led to it.", "Error: half installed"],
    ]);
  });
});

describe("outputs at one place", () => {
  const conflict = (...lines: string[]): string => `${lines.join("\n")}\n`;

  it.each([
    {
      name: "standard output twice",
      more: ["--output", "json", "--output", "sarif=-"],
      stderr: conflict(
        'error output-conflict: "--output json" and "--output sarif" both go to standard output, where nobody could tell them apart.',
        "    fix: Give one of them a file: --output sarif=PATH.",
        "1 error, 0 warnings.",
      ),
    },
    {
      name: "a file of --out",
      more: ["--output", "text=out/results.json"],
      stderr: conflict(
        'out/results.json: error output-conflict: "--out out" and "--output text=out/results.json" both write here.',
        "    fix: Give each output a place of its own.",
        "1 error, 0 warnings.",
      ),
    },
    {
      name: "a catalog of the chain, spelt otherwise",
      more: ["--output", "text=x/../out/ISO-42001.json"],
      stderr: conflict(
        'out/ISO-42001.json: error output-conflict: "--out out" and "--output text=x/../out/ISO-42001.json" both write here.',
        "    fix: Give each output a place of its own.",
        "1 error, 0 warnings.",
      ),
    },
    {
      name: "one path twice",
      more: ["--output", "text=a", "--output", "json=./a"],
      stderr: conflict(
        'a: error output-conflict: "--output text=a" and "--output json=./a" both write here.',
        "    fix: Give each output a place of its own.",
        "1 error, 0 warnings.",
      ),
    },
    {
      name: "one folder of OSCAL twice",
      more: ["--output", "oscal=o", "--output", "oscal=o"],
      stderr: conflict(
        'o/iso-42001.json: error output-conflict: "--output oscal=o" is given twice.',
        "    fix: Give each output a place of its own.",
        "1 error, 0 warnings.",
      ),
    },
    {
      name: "a file where another output needs a folder",
      more: ["--output", "text=a", "--output", "json=a/b"],
      stderr: conflict(
        'a: error output-conflict: "--output text=a" and "--output json=a/b" both write here.',
        "    fix: Give each output a place of its own.",
        "1 error, 0 warnings.",
      ),
    },
  ])("are refused before anything is written: $name", async ({ more, stderr }) => {
    const folder = temporaryFolder();
    expect(await assess(folder, ...more)).toEqual({ code: 2, stdout: "", stderr });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("are refused through a link too", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "out"));
    symlinkSync("out", join(folder, "link"), "junction");
    const { code, stderr } = await assess(folder, "--output", "text=link/results.json");
    expect([code, stderr]).toEqual([2, expect.stringContaining('"--out out" and "--output text=link/results.json"')]);
    expect(readdirSync(join(folder, "out"))).toEqual([]);
  });

  it("are fine side by side", async () => {
    const folder = temporaryFolder();
    const more = ["json", "text=out/a.txt", "sarif=a.sarif", "oscal=o"].flatMap((each) => ["--output", each]);
    const { code, stdout } = await assess(folder, ...more);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(join(folder, "out", "results.json"), "utf8"));
    expect(readdirSync(folder)).toEqual(["a.sarif", "o", "out"]);
  });
});

describe("outputs over inputs", () => {
  it("are refused: descriptors, settings, and a profile of one's own", async () => {
    const folder = temporaryFolder();
    const bank = join(folder, "bank");
    cpSync(example, bank, { recursive: true });
    cpSync(join(projectRoot, "catalog", "iso-42001.json"), join(folder, "catalog", "iso-42001.json"));
    mkdirSync(join(folder, "profiles"));
    cpSync(join(projectRoot, "profiles", "iso-42001-starter.json"), join(folder, "profiles", "mine.json"));
    const system = readdirSync(join(bank, "systems")).sort()[0] ?? "";
    const run = async (...more: string[]): Promise<Run> =>
      await aimsHere(["assess", "bank", "--as-of", "2026-11-01", "--profile", "profiles/mine.json", ...more], folder);
    const message = (option: string, file: string): string =>
      `${file}: error output-conflict: "${option}" would overwrite this file, which is read.
    fix: Name another place for the output.
1 error, 0 warnings.
`;
    const paths = [`bank/systems/${system}`, "bank/organization.yaml", "bank/aims.yaml", "profiles/mine.json"];
    for (const path of paths) {
      const before = readFileSync(join(folder, path), "utf8");
      const stderr = message(`--output text=${path}`, path);
      expect(await run("--output", `text=${path}`)).toEqual({ code: 2, stdout: "", stderr });
      expect(readFileSync(join(folder, path), "utf8")).toBe(before);
    }
    expect(await run("--out", "profiles")).toEqual({
      code: 2,
      stdout: "",
      stderr: message("--out profiles", "profiles/mine.json"),
    });
    expect((await run("--out", "out")).code).toBe(0);
  });
});

describe("names in the chain", () => {
  /** Assesses with a profile that imports the catalogs given, selecting the controls of each; gives the files of the chain. */
  async function chain(
    profileName: string,
    imports: readonly { href: string; ids: readonly string[] }[],
  ): Promise<Map<string, unknown>> {
    const folder = temporaryFolder();
    const read = (...segments: string[]): unknown => JSON.parse(readFileSync(join(projectRoot, ...segments), "utf8"));
    const { profile } = read("profiles", "iso-42001-starter.json") as { profile: Record<string, unknown> };
    const mine = {
      uuid: profile["uuid"],
      metadata: profile["metadata"],
      imports: imports.map(({ href, ids }) => ({ href, "include-controls": [{ "with-ids": ids }] })),
    };
    writeFileSync(join(folder, profileName), JSON.stringify({ profile: mine }));
    for (const { href } of imports) {
      cpSync(join(projectRoot, "catalog", "iso-42001.json"), join(folder, decodeURIComponent(href)));
    }
    const { code, stderr } = await aimsHere(
      ["assess", example, "--as-of", "2026-11-01", "--profile", `./${profileName}`, "--out", "out"],
      folder,
    );
    expect([code, stderr]).toEqual([0, expect.stringContaining("Written to out")]);
    return filesIn(join(folder, "out"));
  }

  function filesIn(folder: string): Map<string, unknown> {
    const names = readdirSync(folder).sort();
    return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8"))]));
  }

  const imported = (files: Map<string, unknown>, profile: string): string[] =>
    (files.get(profile) as { profile: { imports: { href: string }[] } }).profile.imports.map(({ href }) => href);
  const documents = (files: Map<string, unknown>): { name: string; document: unknown }[] =>
    [...files].filter(([name]) => name !== "results.json").map(([name, document]) => ({ name, document }));

  it("never clash with those of its own documents, nor with one another", async () => {
    const files = await chain("Results.json", [
      { href: "assessment-plan.json", ids: ["a.4.2"] },
      { href: "deep/Assessment-Plan.json", ids: ["a.5.2"] },
    ]);
    expect([...files.keys()]).toEqual([
      "Assessment-Plan-3.json",
      "Results-2.json",
      "assessment-plan-2.json",
      "assessment-plan.json",
      "assessment-results.json",
      "results.json",
      "system-security-plan.json",
    ]);
    expect(imported(files, "Results-2.json")).toEqual(["assessment-plan-2.json", "Assessment-Plan-3.json"]);
    expect(Object.keys(files.get("assessment-plan.json") as object)).toEqual(["assessment-plan"]);
    expect(danglingReferences(documents(files))).toEqual([]);
  });

  it("are escaped where they are references, and plain where they are files", async () => {
    const files = await chain("mein Profil #1.json", [{ href: "K%C3%A4talog%20100%25.json", ids: ["a.4.2"] }]);
    expect([...files.keys()]).toEqual([
      "Kätalog 100%.json",
      "assessment-plan.json",
      "assessment-results.json",
      "mein Profil #1.json",
      "results.json",
      "system-security-plan.json",
    ]);
    expect(imported(files, "mein Profil #1.json")).toEqual(["K%C3%A4talog%20100%25.json"]);
    const plan = files.get("system-security-plan.json") as {
      "system-security-plan": { "import-profile": { href: string } };
    };
    expect(plan["system-security-plan"]["import-profile"].href).toBe("mein%20Profil%20%231.json");
    expect(danglingReferences(documents(files))).toEqual([]);
  });

  it("are of their own for catalogs that the profile carries, whatever it calls them", async () => {
    const uuids = ["00000000-0000-4000-8000-000000000071", "00000000-0000-4000-8000-000000000072"];
    const read = (name: string): string => readFileSync(join(projectRoot, "catalog", name), "utf8");
    const carried = (uuid: string, text: string, filename?: string): object => ({
      uuid,
      base64: { ...(filename === undefined ? {} : { filename }), value: Buffer.from(text).toString("base64") },
    });
    const metadata = { title: "T", "last-modified": "2026-01-01T00:00:00Z", version: "1", "oscal-version": "1.2.2" };
    const own = JSON.stringify({
      catalog: {
        uuid: "00000000-0000-4000-8000-000000000073",
        metadata,
        controls: [{ id: "own-1", title: "Own", parts: [{ id: "own-1_smt", name: "statement", prose: "Own." }] }],
      },
    });
    for (const filename of ["catalog.json", undefined]) {
      const folder = temporaryFolder();
      const profile = {
        uuid: "00000000-0000-4000-8000-000000000074",
        metadata,
        imports: [
          { href: `#${uuids[0] ?? ""}`, "include-controls": [{ "with-ids": ["a.4.2"] }] },
          { href: `#${uuids[1] ?? ""}`, "include-all": {} },
          { href: `#${uuids[0] ?? ""}`, "include-controls": [{ "with-ids": ["a.5.2"] }] },
        ],
        "back-matter": {
          resources: [
            carried(uuids[0] ?? "", read("iso-42001.json"), filename),
            carried(uuids[1] ?? "", own, filename),
          ],
        },
      };
      writeFileSync(join(folder, "mine.json"), JSON.stringify({ profile }));
      const args = ["assess", example, "--as-of", "2026-11-01", "--profile", "./mine.json", "--out", "out"];
      // A file with the resource's name is not a file that is read.
      const { code, stderr } = await aimsHere([...args, "--output", "json=catalog.json"], folder);
      expect([code, stderr]).toEqual([0, expect.stringContaining("Written to out")]);
      const files = filesIn(join(folder, "out"));
      const names = uuids.map((uuid) => `mine-${uuid}.json`);
      expect([...files.keys()]).toEqual([
        "assessment-plan.json",
        "assessment-results.json",
        ...names,
        "mine.json",
        "results.json",
        "system-security-plan.json",
      ]);
      expect(imported(files, "mine.json")).toEqual([names[0], names[1], names[0]]);
      expect(files.get(names[0] ?? "")).toEqual(JSON.parse(read("iso-42001.json")));
      expect(files.get(names[1] ?? "")).toEqual(JSON.parse(own));
      expect(danglingReferences(documents(files))).toEqual([]);
      // Without one of the two, the references to it lead nowhere.
      expect(danglingReferences(documents(files).filter(({ name }) => name !== names[1])).length).toBeGreaterThan(0);
    }
  });

  it("are one for a catalog that is imported twice", async () => {
    const files = await chain("mine.json", [
      { href: "c.json", ids: ["a.4.2"] },
      { href: "./c.json", ids: ["a.5.2"] },
    ]);
    expect([...files.keys()].filter((name) => name.startsWith("c"))).toEqual(["c.json"]);
    expect(imported(files, "mine.json")).toEqual(["c.json", "c.json"]);
  });
});
