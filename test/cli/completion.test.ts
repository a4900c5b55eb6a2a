import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectRoot } from "../support/project.js";
import { commandOf, verbPaths } from "../support/verbs.js";

const script = async (shell: string): Promise<string> => {
  const { code, stdout, stderr } = await aimsHere(["completion", shell], projectRoot);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
};

describe("aims completion", () => {
  it.skipIf(!existsSync("/bin/bash"))(
    "bash completes verbs, options, closed sets, and else names of files",
    async () => {
      const cases: readonly (readonly [string[], string[]])[] = [
        [["o"], ["oscal"]],
        [
          ["oscal", "v"],
          ["validate", "vendor"],
        ],
        [["help", "oscal", "di"], ["diff"]],
        [
          ["oscal", "convert", "--to", ""],
          ["json", "yaml", "xml"],
        ],
        [["oscal", "convert", "a.json", "--los"], ["--lossy"]],
        [["assess", "--fail-on", "no-"], ["no-evidence"]],
        [["assess", "--details", "o"], ["open"]],
        [
          ["rules", "list", "--output", ""],
          ["json", "text"],
        ],
        [
          ["completion", ""],
          ["bash", "zsh", "fish", "--help"],
        ],
        [["oscal", "validate", "cat"], ["catalog.json"]],
        [["oscal", "validate", "--output", "json", "=", "cat"], ["catalog.json"]],
        [["--v"], ["--version"]],
      ];
      const asked = cases.map(([words]) => {
        const quoted = ["aims", ...words].map((word) => `'${word}'`).join(" ");
        return `COMP_WORDS=(${quoted}); COMP_CWORD=${String(words.length)}; _aims; echo "\${COMPREPLY[*]}"`;
      });
      const { stdout, stderr, status } = spawnSync(
        "/bin/bash",
        ["--norc", "-c", [await script("bash"), ...asked].join("\n")],
        {
          cwd: temporaryFolder({ "catalog.json": "{}" }),
          encoding: "utf8",
        },
      );
      expect([status, stderr, stdout.trimEnd().split("\n")]).toEqual([
        0,
        "",
        cases.map(([, offered]) => offered.join(" ")),
      ]);
    },
  );

  it.each(["bash", "zsh", "fish"])("%s knows every verb and option, in the same bytes each time", async (shell) => {
    const text = await script(shell);
    expect(await script(shell)).toBe(text);
    for (const path of await verbPaths()) {
      expect(text).toContain(shell === "fish" ? `'${path.join(" ")}'` : `"${path.join(" ")}") words="`);
      for (const { long } of (await commandOf(path)).options) {
        expect(text).toContain(shell === "fish" ? ` -l ${(long ?? "").slice(2)} ` : (long ?? ""));
      }
    }
  });

  it("is for shells that are known", async () => {
    const { code, stderr } = await aimsHere(["completion", "zhs"], projectRoot);
    expect([code, stderr]).toEqual([2, 'aims: <shell> zhs: "zhs" is not known here. Did you mean "zsh"?\n']);
  });
});
