#!/usr/bin/env node
import { readFileSync } from "node:fs";

const out = (text: string): void => {
  try {
    process.stdout.write(text);
  } catch (error) {
    outputLost(error);
  }
};
// After all that went to standard output before: a slow reader of both (2>&1 | less) would see the last line too early.
const err = (text: string): void => {
  if (process.stdout.writableLength === 0) process.stderr.write(text);
  else process.stdout.write("", () => void process.stderr.write(text));
};

// The default of Node kills at once; ending in order lets half-written files be removed.
for (const [signal, code] of [
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.on(signal, () => process.exit(code));
}
// Node ends with 1 for an uncaught error, which here means findings at or above the gate.
for (const event of ["uncaughtException", "unhandledRejection"] as const) process.on(event, fault);
process.stdout.on("error", outputLost);
// When standard error fails there is nobody left to tell; the results and the exit code hold all the same.
process.stderr.on("error", () => undefined);

/** V8 counts bytecode up to 11.3 (Node 20) and calls in 12.4, 13.6 and 14.6 (Node 22, 24 and 26). */
const calls = ["maglev=6000", "turbofan=45000", "osr=8000"].map((count) => `--invocation-count-for-${count}`);
const lateFlags: ReadonlyMap<string, readonly string[]> = new Map([
  ["11.3", ["--interrupt-budget=1000000"]],
  ["12.4", calls],
  ["13.6", calls],
  ["14.6", calls],
]);

const [first] = process.argv.slice(2);
if (first === "--version" || first === "-V") {
  // Answered before anything else is loaded.
  const description = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  out(`${description.version}\n`);
} else {
  await optimizeLate();
  const { runProgram } = await import("./cli/program.js");
  process.exitCode = await runProgram(process.argv.slice(2), {
    out,
    err,
    host: async () => (await import("./runs/host.js")).nodeHost(),
    env: process.env,
    color: wantsColor(),
    ...(isTerminal(process.stdout) ? { columns: process.stdout.columns } : {}),
    interactive: isTerminal(process.stderr),
  });
}

/**
 * Has the engine wait about fifteen times as long as it would before it optimizes a function. Most commands are over before that pays,
 * and meanwhile the optimizing threads take the processor from the command: a run is a tenth shorter, and takes a fifth less of the
 * processor (docs/adr/0010). Only for the versions of V8 whose flags are known: others would complain on standard error.
 */
async function optimizeLate(): Promise<void> {
  const [major = "", minor = ""] = process.versions.v8.split(".");
  const flags = lateFlags.get(`${major}.${minor}`);
  if (flags === undefined) return;
  const { setFlagsFromString } = await import("node:v8");
  for (const flag of flags) setFlagsFromString(flag);
}

/** Ends the process with one line and the exit code of an internal fault. */
function fault(error: unknown): void {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  end(`internal fault, please report it with the input that led to it: ${message}`, 3);
}

/** A reader that closes early (aims ... | head) is not a fault, and not a reason to leave files unwritten or change the exit code. */
function outputLost(error: unknown): void {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EPIPE") return;
  end(`standard output cannot be written: ${code === "ENOSPC" ? "the disk is full" : message}.`, 2);
}

function end(line: string, code: 2 | 3): never {
  process.stderr.write(`aims: ${line.replace(/\s*[\r\n]+\s*/g, " ")}\n`);
  process.exit(code);
}

function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0") return true;
  return isTerminal(process.stdout) && TERM !== "dumb";
}

/** A stream that is not a terminal leaves isTTY undefined, which picocolors takes for "not said" and colours in a pipeline all the same. */
function isTerminal({ isTTY }: { isTTY?: boolean }): boolean {
  return isTTY === true;
}
