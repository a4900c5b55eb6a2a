// Fills the tour of README.md with what the commands really print.
//   node scripts/run.mjs scripts/readme-tour.ts           write
//   node scripts/run.mjs scripts/readme-tour.ts --check   exit 1 where the README shows something else
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program, root } from "./project.js";

const readmePath = join(root, "README.md");
/** Lines of the findings that the tour shows: the title, a subject, and two findings. */
const FINDING_LINES = 7;
const work = mkdtempSync(join(tmpdir(), "aims-tour-"));

try {
  cpSync(join(root, "examples"), join(work, "examples"), { recursive: true });
  const tour = { assess: assess(), mistake: mistake() };
  const before = readFileSync(readmePath, "utf8");
  let after = before;
  for (const [name, lines] of Object.entries(tour)) {
    const block = new RegExp(`(<!-- tour:${name} -->\n)[\\s\\S]*?(\n<!-- /tour:${name} -->)`);
    if (!block.test(after)) throw new Error(`README.md has no place for the tour's part "${name}"`);
    after = after.replace(
      block,
      (_match, start: string, end: string) => `${start}\n\`\`\`console\n${lines.join("\n")}\n\`\`\`\n${end}`,
    );
  }
  if (!process.argv.includes("--check")) writeFileSync(readmePath, after);
  else if (after !== before) {
    console.error("The tour in README.md is stale: run npm run generate");
    process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

function assess(): string[] {
  const command = "assess examples/meridian-bank --as-of 2026-11-01 --out out";
  const { stdout } = aims(command);
  const lines = stdout.trimEnd().split("\n");
  const next = lines.findIndex((line) => line === "What to do next");
  const second = lines.findIndex((line) => line.startsWith(" 2. "));
  const open = lines.indexOf("What is open, subject by subject");
  const findings = lines.slice(open, open + FINDING_LINES);
  return [`$ aims ${command}`, ...lines.slice(0, Math.max(next, second)), "...", ...findings, "..."];
}

function mistake(): string[] {
  const path = join(work, "examples", "meridian-bank", "systems", "fraud-detection.yaml");
  writeFileSync(
    path,
    readFileSync(path, "utf8")
      .replace(/stage: deployed/, "stage: deployd")
      .replace(/^logging:/m, "loging:"),
  );
  const command = "validate examples/meridian-bank";
  return [
    `$ aims ${command}`,
    ...aims(command)
      .stderr.trimEnd()
      .split("\n")
      .map((line) => (line.length > 130 ? `${line.slice(0, 127)}...` : line)),
  ];
}

function aims(command: string): { stdout: string; stderr: string } {
  const { stdout, stderr, error } = spawnSync(process.execPath, [program, ...command.split(" ")], {
    cwd: work,
    encoding: "utf8",
    env: { PATH: "", HOME: work, NO_COLOR: "1" },
  });
  if (error) throw error;
  return { stdout, stderr };
}
