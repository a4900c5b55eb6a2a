/** Does what a page says, as its reader would: writes the files, types the commands into a shell, with `aims` on the path. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../project.js";
import { commandsOf, writePage, type Block, type Page } from "./page.js";

/** Where a page is played. */
export interface Stage {
  /** The reader's folder. */
  readonly folder: string;
  /** Folder with what is on the path beside the system's programs; it also holds the reader's home. */
  readonly bin: string;
}

export interface Played {
  /** The page's text with what its commands printed. */
  readonly text: string;
  /** Commands that ended in another way than the page says, with what they printed. */
  readonly wrong: readonly string[];
}

/** What of a clone a reader of the documentation may name. */
const named = ["catalog", "examples", "profiles", "rules", "schemas", "package.json"];

/** A clone after `npm ci`, with `aims` on the path. */
export function stageClone(base: string): Stage {
  const folder = join(base, "clone");
  mkdirSync(folder);
  for (const path of named) cpSync(join(root, path), join(folder, path), { recursive: true });
  for (const path of ["dist", "node_modules"]) symlinkSync(join(root, path), join(folder, path));
  return { folder, bin: stageBin(base, join(root, "dist", "main.js")) };
}

/** A folder for the path with `aims`, which is the given program, and with this Node. */
export function stageBin(base: string, program: string): string {
  const bin = join(base, "bin");
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, "node"));
  // V8 does not optimize WebAssembly here, which costs more than these small rules take and changes no result.
  writeFileSync(join(bin, "aims"), `#!/bin/sh\nexec node --liftoff-only '${program}' "$@"\n`);
  chmodSync(join(bin, "aims"), 0o755);
  return bin;
}

/**
 * Plays a page.
 * @param start folder inside the stage's in which the reader begins
 */
export function play(page: Page, stage: Stage, start = "."): Played {
  const outputs = new Map<Block, readonly string[]>();
  const wrong: string[] = [];
  let folder = join(stage.folder, start);
  for (const block of page.pieces) {
    if (typeof block === "string" || block.skipped) continue;
    if (block.name !== undefined) {
      const path = join(folder, block.name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${block.lines.join("\n")}\n`);
      continue;
    }
    const commands = commandsOf(block);
    const printed = commands.map((command, at) => {
      const typed = type(command, folder, stage.bin);
      const wanted = at === commands.length - 1 ? block.exit : 0;
      if (typed.code !== wanted) {
        wrong.push(
          `${page.path}:${String(block.line)}: "${command}" ends with ${String(typed.code)}, not ${String(wanted)}:\n${typed.output}`,
        );
      }
      folder = typed.folder;
      return typed.output;
    });
    outputs.set(block, printed);
  }
  return { text: writePage(page, outputs), wrong };
}

/** Types one command line into a shell; both streams come in the order in which a terminal shows them. */
function type(command: string, cwd: string, bin: string): { code: number | null; output: string; folder: string } {
  const left = join(bin, "left-in");
  const script = `exec 2>&1\n${command}\ncode=$?\npwd -P > "$LEFT_IN"\nexit $code`;
  const { status, stdout, error } = spawnSync("/bin/sh", ["-c", script], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: `${bin}:/usr/bin:/bin`, HOME: bin, LC_ALL: "C", NO_COLOR: "1", LEFT_IN: left },
  });
  if (error) throw error;
  const folder = readFileSync(left, "utf8").trimEnd();
  rmSync(left);
  return { code: status, output: stdout, folder };
}
