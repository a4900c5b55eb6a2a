import { isAbsolute, normalize } from "node:path";
import type { Command } from "commander";
import { InputError } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import { didYouMean } from "../foundation/words.js";
import type { Host } from "../runs/host.js";
import type { Terminal } from "./terminal.js";
import { exitCode, type ExitCode, type CallOf, type Verb } from "./verb.js";

type VerbName = "assess" | "explain" | "import" | "oscal" | "rules" | "validate";

/** Every verb; its code is loaded when it is called, or when the list of verbs is shown. */
const verbs: Readonly<Record<VerbName, () => Promise<Verb>>> = {
  assess: async () => (await import("./verbs/assess.js")).assessVerb,
  explain: async () => (await import("./verbs/explain.js")).explainVerb,
  import: async () => (await import("./verbs/import.js")).importVerb,
  oscal: async () => (await import("./verbs/oscal.js")).oscalVerb,
  rules: async () => (await import("./verbs/rules.js")).rulesVerb,
  validate: async () => (await import("./verbs/validate.js")).validateVerb,
};

/** The streams that a process gives a program; its host is made when first needed. */
export interface Streams extends Omit<Terminal, "host"> {
  readonly host: () => Promise<Host>;
}

/** Runs one command line. @returns the exit code; never throws */
export async function runProgram(args: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    return await run(args, streams);
  } catch (error) {
    return report(error, args, streams);
  }
}

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { out, err } = streams;
  let code: ExitCode = exitCode.done;
  const exit = (value: ExitCode): void => {
    code = value;
  };
  const [wanted, ...rest] = args;
  if (wanted !== undefined && !wanted.startsWith("-") && !isVerb(wanted)) {
    const names = Object.keys(verbs);
    const hint = didYouMean(nearest(wanted, names), `Verbs: ${names.join(", ")}.`);
    err(`aims: "${wanted}" is not a verb. ${hint}\n`);
    return exitCode.input;
  }
  if (wanted === undefined) {
    // A pipeline that lost its arguments has to notice.
    err(`${await helpText()}\naims: name a verb.\n`);
    return exitCode.input;
  }
  if (rest.length === 0 && (wanted === "--help" || wanted === "-h")) {
    out(await helpText());
    return exitCode.done;
  }
  const program = await programFor(wanted, { rest, terminal: { ...streams, host: await streams.host() }, exit });
  await program.parseAsync([...args], { from: "user" });
  return code;
}

function isVerb(name: string): name is VerbName {
  return Object.hasOwn(verbs, name);
}

/** The verbs, an example and the exit codes, without the parser: a request for help has no arguments to be parsed. */
async function helpText(): Promise<string> {
  // Side by side: most of the time of loading is waiting.
  const lines = await Promise.all(
    Object.entries(verbs).map(async ([name, load]) => `  ${name.padEnd(13)}  ${(await load()).summary}\n`),
  );
  return `Usage: aims <verb> [options]

ISO/IEC 42001 as policy-as-code: descriptors in, Rego rules as WASM, OSCAL out.

Options:
  -V, --version  print the version
  -h, --help     display help for command

Commands:
${lines.join("")}
Example:
  aims assess examples/meridian-bank --as-of 2026-11-01 --out out

Exit codes: 0 done, 1 findings at or above --fail-on, 2 usage or invalid input, 3 internal fault or a rule in error.
`;
}

async function programFor(wanted: string, call: Omit<CallOf, "name">): Promise<Command> {
  const { Command } = await import("commander");
  const program = new Command("aims").usage("<verb> [options]").helpCommand(false);
  if (isVerb(wanted)) program.addCommand(await (await verbs[wanted]()).command({ ...call, name: wanted }));
  for (const command of [program, ...program.commands.flatMap((each) => [each, ...each.commands])]) {
    command.exitOverride().configureOutput({
      writeOut: call.terminal.out,
      writeErr: call.terminal.err,
      outputError: (text, write) => {
        write(text.replace(/^error: /, "aims: "));
      },
    });
  }
  return program;
}

async function report(error: unknown, args: readonly string[], streams: Streams): Promise<ExitCode> {
  if (error instanceof InputError) {
    const { printDiagnostics, viewpointOf } = await import("./print/diagnostics.js");
    const terminal = { ...streams, host: await streams.host() };
    printDiagnostics(error.diagnostics, viewpointOf(terminal, spelledPaths(args)), terminal);
    return exitCode.input;
  }
  // The parser has already said what is wrong; help and version are not faults.
  if (error instanceof Error && error.name === "CommanderError" && "exitCode" in error) {
    return error.exitCode === 0 ? exitCode.done : exitCode.input;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  streams.err(`aims: internal fault, please report it with the input that led to it.\n${stack}\n`);
  return exitCode.fault;
}

/** Whatever may be a path among the arguments: a place that cannot be written to is called as it was spelled. */
function spelledPaths(args: readonly string[]): string[] {
  const paths = args.map((each) => each.slice(each.indexOf("=") + 1)).filter((each) => !/^(?:-|$)/.test(each));
  return paths.map((each) => (isAbsolute(each) ? each : normalize(each)));
}
