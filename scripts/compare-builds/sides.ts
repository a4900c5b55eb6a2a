// The two builds of a comparison, and one command run with each of them under the same circumstances.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

/** A command line of aims. In an argument, `{out}` is an empty folder of this run, in which every file is compared. */
export interface Command {
  readonly args: readonly string[];
  /** Folder of the inputs in which it is started; the folder of all inputs by default. */
  readonly cwd?: string;
  /** File of the inputs that it reads as standard input. */
  readonly stdin?: string;
  /** Beside the variables that every command has. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a command did. Bytes are held as text of one character a byte (latin1). */
export interface Outcome {
  /** Exit code, name of the signal that ended it, or that it took too long. */
  readonly exit: string;
  readonly stdout: string;
  readonly stderr: string;
  /** What it wrote into `{out}`, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** A copy of a build, in a folder whose path is as long as that of the other side, so that no text is wrapped otherwise. */
export interface Side {
  readonly program: string;
  /** Where it keeps what it compiled: no build finds what the other left. */
  readonly home: string;
  readonly version: string;
}

/** A command that runs longer hangs, and is ended; in milliseconds. */
const TIMEOUT = 900_000;

/**
 * Copies a build, so that it may be built anew meanwhile.
 * @param folder a checkout with `dist/`
 * @param work where the copy goes
 * @param number 1 or 2
 * @throws Error when nothing is built there
 */
export function copiedSide(folder: string, work: string, number: 1 | 2): Side {
  const from = resolve(folder);
  const to = join(work, `side-${String(number)}-build`);
  const manifest = join(from, "package.json");
  const { bin, files, version } = (existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")) : {}) as {
    bin?: { aims?: string };
    files?: string[];
    version?: string;
  };
  const main = bin?.aims ?? "dist/main.js";
  if (!existsSync(join(from, main))) throw new Error(`${folder} has no ${main}: build it first, with npm run build.`);
  for (const name of ["package.json", ...(files ?? ["dist"])]) {
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
  }
  const packages = join(from, "node_modules");
  if (existsSync(packages)) symlinkSync(packages, join(to, "node_modules"));
  const home = join(work, `side-${String(number)}-home`);
  mkdirSync(home);
  return { program: join(to, main), home, version: version ?? "" };
}

/**
 * Runs a command.
 * @param inputs the folder of all inputs
 * @param out the folder for `{out}`, emptied before; it has to be the same for both sides
 */
export async function run(
  command: Command,
  side: Side,
  { inputs, out }: { inputs: string; out: string },
): Promise<Outcome> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const args = command.args.map((arg) => arg.replaceAll("{out}", out));
  const child = spawn(process.execPath, [side.program, ...args], {
    cwd: join(inputs, command.cwd ?? ""),
    env: { PATH: process.env.PATH, HOME: side.home, TMPDIR: out, ...command.env },
    stdio: ["pipe", "pipe", "pipe"],
    timeout: TIMEOUT,
    killSignal: "SIGKILL",
  });
  // A program that ends before it has read all makes the pipe break, which is no fault of the comparison.
  child.stdin.on("error", () => undefined);
  child.stdin.end(command.stdin === undefined ? undefined : readFileSync(join(inputs, command.stdin)));
  const [stdout, stderr] = [chunksOf(child.stdout), chunksOf(child.stderr)];
  const exit = await new Promise<string>((done, failed) => {
    child.on("error", failed);
    child.on("close", (code, signal) => {
      done(String(code ?? signal));
    });
  });
  // What it was writing when it was ended has a name with its process id, and is half a file.
  if (exit === "SIGKILL") return { exit: "ended, because it took too long", stdout: "", stderr: "", files: new Map() };
  const files = new Map(filesIn(out).map((path) => [path, readFileSync(join(out, path)).toString("latin1")]));
  return {
    exit,
    stdout: Buffer.concat(stdout).toString("latin1"),
    stderr: Buffer.concat(stderr).toString("latin1"),
    files,
  };
}

/** @returns the paths of all files in a folder and below, from there, sorted */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function chunksOf(stream: NodeJS.ReadableStream): Buffer[] {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return chunks;
}
