import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { aims, type Run } from "../support/program.js";

/**
 * A scenario file tells one story of the command line in sections that begin with a line `==== name`:
 * `file PATH` content of a file, `command` one or more command lines (run in turn, `aims` is the built program), then what has to come
 * out of the last one: `exit` its code, `stdout`, `stderr` and `file-after PATH`. In expectations a line `...` stands for any lines.
 * A command that ends with 2 must have written nothing but what `file-after` names, and none may leave unfinished files (*.part) behind.
 */
export interface Scenario {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly commands: readonly string[];
  readonly exit: number;
  readonly expected: ReadonlyMap<string, string>;
}

export function readScenario(path: string, name: string): Scenario {
  const files = new Map<string, string>();
  const expected = new Map<string, string>();
  let commands: string[] = [];
  let exit: number | undefined;
  for (const part of readFileSync(path, "utf8")
    .split(/^==== /m)
    .slice(1)) {
    const end = part.indexOf("\n");
    const title = part.slice(0, end).trim();
    const body = part.slice(end + 1);
    if (title.startsWith("file ")) files.set(title.slice("file ".length), body);
    else if (title === "command") commands = body.trim().split("\n");
    else if (title === "exit") exit = Number(body.trim());
    else if (title === "stdout" || title === "stderr" || title.startsWith("file-after ")) expected.set(title, body);
    else throw new Error(`${name}: unknown section "${title}"`);
  }
  if (commands.length === 0 || exit === undefined)
    throw new Error(`${name}: a scenario needs the sections command and exit`);
  return { name, files, commands, exit, expected };
}

/** Plays a scenario in a folder of its own; gives what came out, and what should have, section by section. */
function playScenario(scenario: Scenario): { actual: Record<string, unknown>; wanted: Record<string, unknown> } {
  const folder = temporaryFolder(Object.fromEntries(scenario.files));
  let last: Run = { code: 0, stdout: "", stderr: "" };
  let before: string[] = [];
  for (const command of scenario.commands) {
    before = contents(folder);
    const [program, ...args] = command.split(/\s+/);
    if (program !== "aims") throw new Error(`${scenario.name}: only aims can be called, not ${String(program)}`);
    last = aims(args, { cwd: folder, env: { HOME: folder, XDG_CACHE_HOME: join(folder, ".cache") } });
  }
  const written = contents(folder).filter((entry) => !before.includes(entry));
  const wantedFiles = [...scenario.expected.keys()].flatMap((section) => /^file-after (.*)$/.exec(section)?.[1] ?? []);
  const unwanted = (entry: string): boolean =>
    !wantedFiles.some((file) => entry.startsWith(`${file} `) || (entry.endsWith("/") && file.startsWith(entry)));
  const leftBehind = written.filter((entry) => (scenario.exit === 2 && unwanted(entry)) || entry.includes(".part"));
  const actual: Record<string, unknown> = { exit: last.code, leftBehind };
  const wanted: Record<string, unknown> = { exit: scenario.exit, leftBehind: [] };
  for (const [section, text] of scenario.expected) {
    const output =
      section === "stdout"
        ? last.stdout
        : section === "stderr"
          ? last.stderr
          : readFileSync(join(folder, section.slice("file-after ".length)), "utf8");
    actual[section] = output.trimEnd();
    wanted[section] = matches(output, text) ? output.trimEnd() : text.trimEnd();
  }
  return { actual, wanted };
}

/** Suites that run beside one another, by the names of their scenarios. */
const suites = {
  oscal: /^oscal-/,
  rules: /^(?:explain|rules?)-(?!own|in-error|coverage\.|misspelt|unknown-builtin)/,
  // All shipped rules are compiled anew with the rule of the workspace: half a minute each.
  "own rules":
    /^(?:explain-own-rule|rule-in-error|rules-(?:coverage\.|misspelt|unknown-builtin)|export-component-definition\.)/,
} as const;

/** Plays the scenarios of a suite, or those that belong to none. */
export function playScenarios(suite: keyof typeof suites | "others"): void {
  const others = (name: string): boolean => !Object.values(suites).some((pattern) => pattern.test(name));
  const names = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".scenario"))
    .filter((name) => (suite === "others" ? others(name) : suites[suite].test(name)))
    .sort();
  it.each(names)("%s", (name) => {
    const { actual, wanted } = playScenario(readScenario(join(import.meta.dirname, name), name));
    expect(actual).toEqual(wanted);
  });
}

/** Every file and folder below a folder with its size and last change; the cache of aims is skipped. */
function contents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !/^\.cache(?:$|[\\/])/.test(name))
    .map((name) => {
      const stats = statSync(join(folder, name));
      return stats.isDirectory() ? `${name}/` : `${name} ${String(stats.size)} ${String(stats.mtimeMs)}`;
    });
}

/** Whether the output has the expected lines; `...` on a line of its own stands for any lines. */
export function matches(output: string, expected: string): boolean {
  const pattern = expected
    .trimEnd()
    .split("\n")
    .map((line) =>
      line.trim() === "..." ? "(?:.*\\n)*?" : `${line.trimEnd().replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}[ \\t]*\\n`,
    )
    .join("");
  return new RegExp(`^${pattern}$`).test(`${output.trimEnd()}\n`);
}
