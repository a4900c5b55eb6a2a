import { isAbsolute, normalize } from "node:path";
import type { Command } from "commander";
import { InputError } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import { printable } from "../foundation/printable.js";
import { didYouMean } from "../foundation/words.js";
import type { Host } from "../runs/host.js";
import { HELP_WIDTH, programHelp, wrapped } from "./help.js";
import type { Terminal } from "./terminal.js";
import { exitCode, type ExitCode, type CallOf, type Verb } from "./verb.js";

type VerbName =
  | "assess"
  | "catalog"
  | "completion"
  | "crosswalk"
  | "explain"
  | "export"
  | "import"
  | "oscal"
  | "packs"
  | "profiles"
  | "rules"
  | "validate";

/** Every verb; its code is loaded when it is called, or when the list of verbs is shown. */
export const verbs: Readonly<Record<VerbName, () => Promise<Verb>>> = {
  assess: async () => (await import("./verbs/assess.js")).assessVerb,
  catalog: async () => (await import("./verbs/catalog.js")).catalogVerb,
  completion: async () => (await import("./verbs/completion.js")).completionVerb,
  crosswalk: async () => (await import("./verbs/crosswalk.js")).crosswalkVerb,
  explain: async () => (await import("./verbs/explain.js")).explainVerb,
  export: async () => (await import("./verbs/export.js")).exportVerb,
  import: async () => (await import("./verbs/import.js")).importVerb,
  oscal: async () => (await import("./verbs/oscal.js")).oscalVerb,
  packs: async () => (await import("./verbs/packs.js")).packsVerb,
  profiles: async () => (await import("./verbs/profiles.js")).profilesVerb,
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
  const spelled = await withoutHelpVerb(args);
  const [wanted, ...rest] = spelled;
  if (wanted === undefined) {
    // A pipeline that lost its arguments has to notice.
    err(`${await firstPage()}\naims: name a verb.\n`);
    return exitCode.input;
  }
  if (wanted === "--help" || wanted === "-h") {
    out(await firstPage());
    return exitCode.done;
  }
  if (!isVerb(wanted)) {
    const { UsageError, unknownVerb } = await import("./usage.js");
    const options = ["--help", "--version"];
    if (!wanted.startsWith("-")) throw unknownVerb(wanted, Object.keys(verbs), "", ["help", ...options]);
    const hint = didYouMean(nearest(wanted, options), `Options stand behind the verb; "aims --help" shows the verbs.`);
    throw new UsageError(`"${printable(wanted)}" is not an option of aims itself. ${hint}`);
  }
  const program = await programFor(wanted, { rest, terminal: { ...streams, host: await streams.host() }, verbs, exit });
  await program.parseAsync(spelled, { from: "user" });
  return code;
}

/**
 * The verb "help" asks for the same as the option: `help oscal validate` and `oscal help validate` for `oscal validate --help`. Help on
 * help is the help itself.
 */
async function withoutHelpVerb(args: readonly string[]): Promise<string[]> {
  const [first = "", second] = args;
  const asked = (): string[] => [...args.filter((each) => each !== "help"), "--help"];
  if (first === "help") return asked();
  const isOfGroup = second === "help" && isVerb(first) && (await verbs[first]()).verbs !== undefined;
  return isOfGroup ? asked() : [...args];
}

function isVerb(name: string): name is VerbName {
  return Object.hasOwn(verbs, name);
}

/** The verbs, an example and the exit codes, without the parser: a request for help has no arguments to be parsed. */
async function firstPage(): Promise<string> {
  // Side by side: most of the time of loading is waiting.
  const summaries = Object.entries(verbs).map(async ([name, load]) => [name, (await load()).summary] as const);
  return programHelp(await Promise.all(summaries));
}

async function programFor(wanted: VerbName, call: Omit<CallOf, "name">): Promise<Command> {
  const [{ Command }, { usageText }] = await Promise.all([import("commander"), import("./usage.js")]);
  const program = new Command("aims").usage("<verb> [options]").helpCommand(false);
  program.addCommand(await (await verbs[wanted]()).command({ ...call, name: wanted }));
  for (const command of [program, ...program.commands.flatMap((each) => [each, ...each.commands])]) {
    command
      .exitOverride()
      .helpOption("-h, --help", "show this help")
      .configureHelp({ helpWidth: HELP_WIDTH, boxWrap: wrapped, styleTitle: titled })
      .configureOutput({
        writeOut: call.terminal.out,
        writeErr: call.terminal.err,
        outputError: (text, write) => {
          write(usageText(text, command));
        },
      });
  }
  return program;
}

/** The parser calls verbs commands. */
function titled(title: string): string {
  return title === "Commands:" ? "Verbs:" : title;
}

async function report(error: unknown, args: readonly string[], streams: Streams): Promise<ExitCode> {
  if (error instanceof InputError) {
    const { printDiagnostics, viewpointOf } = await import("./print/diagnostics.js");
    const terminal = { ...streams, host: await streams.host() };
    printDiagnostics(error.diagnostics, viewpointOf(terminal, spelledPaths(args)), terminal);
    return exitCode.input;
  }
  if (error instanceof Error && error.name === "UsageError") {
    streams.err(`aims: ${error.message}\n`);
    return exitCode.input;
  }
  // The parser has already said what is wrong; help and version are not faults.
  // Not by its class, whose name is its own only where it is not bundled.
  if (error instanceof Error && "exitCode" in error && "code" in error && String(error.code).startsWith("commander.")) {
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
