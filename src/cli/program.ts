import { Command, CommanderError } from "commander";
import { InputError } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import { exitCode, type Terminal } from "./terminal.js";

interface Verb {
  readonly summary: string;
  /** @param args what follows the verb */
  readonly load: (terminal: Terminal, args: readonly string[]) => Promise<Command>;
}

/** Every verb with the line that `aims --help` shows; a verb's code is loaded when it is called. */
const verbs: Readonly<Record<string, Verb>> = {
  assess: {
    summary: "assess AI systems against a profile; writes OSCAL and prints a table",
    load: async (terminal) => (await import("./verbs/assess.js")).assessCommand(terminal),
  },
  explain: {
    summary: "say what a code of a diagnostic means and how to mend it",
    load: async (terminal) => (await import("./verbs/explain.js")).explainCommand(terminal),
  },
  import: {
    summary: "turn an inventory of another format into descriptors",
    load: async (terminal) => (await import("./verbs/import.js")).importCommand(terminal),
  },
  oscal: {
    summary: "validate, convert, compare and create OSCAL documents",
    load: async (terminal, [subcommand]) => (await import("./verbs/oscal.js")).oscalCommand(terminal, subcommand),
  },
  rules: {
    summary: "list, check and test the rules, shipped and your own",
    load: async (terminal) => (await import("./verbs/rules.js")).rulesCommand(terminal),
  },
  validate: {
    summary: "check the files of a workspace without assessing anything",
    load: async (terminal) => (await import("./verbs/validate.js")).validateCommand(terminal),
  },
};

/** Runs one command line; sets the exit code on the terminal and never throws. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<void> {
  try {
    await run(args, terminal);
  } catch (error) {
    await report(error, terminal);
  }
}

async function run(args: readonly string[], terminal: Terminal): Promise<void> {
  const program = new Command("aims")
    .description("ISO/IEC 42001 as policy-as-code: descriptors in, Rego rules as WASM, OSCAL out.")
    .option("-V, --version", "print the version")
    .usage("<verb> [options]")
    .helpCommand(false)
    .addHelpText(
      "after",
      "\nExample:\n  aims assess examples/meridian-bank --as-of 2026-11-01 --out out\n\nExit codes: 0 done, 1 findings at or above --fail-on, 2 usage or invalid input, 3 internal fault or a rule in error.\n",
    );
  const wanted = args[0];
  for (const [name, verb] of Object.entries(verbs)) {
    program.addCommand(
      name === wanted ? await verb.load(terminal, args.slice(1)) : new Command(name).description(verb.summary),
    );
  }
  for (const command of [program, ...program.commands.flatMap((each) => [each, ...each.commands])]) {
    command.exitOverride().configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) => {
        write(text.replace(/^error: /, "aims: "));
      },
    });
  }
  if (wanted !== undefined && !wanted.startsWith("-") && !Object.hasOwn(verbs, wanted)) {
    const guess = nearest(wanted, Object.keys(verbs));
    terminal.err(
      `aims: "${wanted}" is not a verb. ${guess === undefined ? `Verbs: ${Object.keys(verbs).join(", ")}.` : `Did you mean "${guess}"?`}\n`,
    );
    terminal.exit(exitCode.input);
    return;
  }
  if (args.length === 0) {
    // A pipeline that lost its arguments has to notice.
    terminal.err(`${program.helpInformation()}\naims: name a verb.\n`);
    terminal.exit(exitCode.input);
    return;
  }
  await program.parseAsync([...args], { from: "user" });
}

async function report(error: unknown, terminal: Terminal): Promise<void> {
  if (error instanceof CommanderError) {
    // Commander has already said what is wrong; help and version are no faults.
    terminal.exit(error.exitCode === 0 ? exitCode.done : exitCode.input);
    return;
  }
  if (error instanceof InputError) {
    const { printDiagnostics } = await import("./print/diagnostics.js");
    printDiagnostics(error.diagnostics, terminal);
    terminal.exit(exitCode.input);
    return;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`aims: internal fault, please report it with the input that led to it.\n${stack}\n`);
  terminal.exit(exitCode.fault);
}
