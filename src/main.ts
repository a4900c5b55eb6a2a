#!/usr/bin/env node
import { readFileSync } from "node:fs";
import type { ExitCode, Terminal } from "./commands/terminal.js";

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  cwd: process.cwd(),
  env: process.env,
  color: wantsColor(),
  interactive: process.stderr.isTTY,
  exit: (code: ExitCode) => {
    process.exitCode = code;
  },
};

// The default of Node kills at once; ending in order lets half-written files be removed.
for (const [signal, code] of [
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.on(signal, () => process.exit(code));
}
// A reader that closes early (aims ... | head) is no fault, and no reason to leave files unwritten or another exit code.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const [first] = process.argv.slice(2);
if (first === "--version" || first === "-V") {
  // Answered before anything else is loaded.
  const description = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  terminal.out(`${description.version}\n`);
} else {
  const { runProgram } = await import("./commands/program.js");
  await runProgram(process.argv.slice(2), terminal);
}

function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0") return true;
  return process.stdout.isTTY && TERM !== "dumb";
}
