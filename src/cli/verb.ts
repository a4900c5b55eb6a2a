import type { Command } from "commander";
import { closingHelp } from "./help.js";
import type * as options from "./options.js";
import type { Terminal } from "./terminal.js";

/** Exit codes of every verb. */
export const exitCode = {
  /** Done, and the gate passed. */
  done: 0,
  /** The gate failed, or findings at or above `--fail-on`. */
  findings: 1,
  /** Usage, configuration, or input that cannot be read or is invalid. */
  input: 2,
  /** An internal fault, or a rule that could not be evaluated. */
  fault: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** A verb of the command line, all that is known of it in one place. */
export interface Verb {
  /** The line that the list of verbs shows. */
  readonly summary: string;
  /** The verb as a command of the parser. */
  readonly command: (call: CallOf) => Promise<Command>;
  /** The verbs below it, where it is a group of them. */
  readonly verbs?: VerbTable;
}

/** Verbs by name. Each is loaded when it is called, or when the list of them is shown. */
export type VerbTable = Readonly<Record<string, () => Promise<Verb>>>;

/** The caller of a verb. */
export interface CallOf {
  /** As it is typed, without the verbs before it. */
  readonly name: string;
  /** The arguments behind its name. */
  readonly rest: readonly string[];
  readonly terminal: Terminal;
  /** Every verb there is. */
  readonly verbs: VerbTable;
  /** Receives the exit code. */
  readonly exit: (code: ExitCode) => void;
}

/** Makers and readers of options. */
export type OptionKinds = typeof options;

/** The definition of a verb. */
export interface VerbDefinition<Args extends readonly unknown[], Options> {
  readonly summary: string;
  readonly description: string;
  /**
   * Adds arguments and options, each with its words. It loads the modules for that itself: the list of verbs needs
   * only the summary of the definition.
   * @param kinds the kinds of options
   */
  readonly parameters: (command: Command, kinds: OptionKinds) => Command | Promise<Command>;
  /** Notes for the user beyond the options, as the help shows them. */
  readonly notes?: string | (() => Promise<string>);
  /** Command lines that work as they stand, without "aims". */
  readonly examples: readonly string[];
  /** The meaning of each exit code, as it follows the code. */
  readonly exits: Partial<Readonly<Record<ExitCode, string>>>;
  /** Runs the verb: calls a run, prints its result. @param verbs every verb there is */
  readonly run: (args: Args, options: Options, terminal: Terminal, verbs: VerbTable) => Promise<ExitCode>;
}

/** Makes a verb of its definition. */
export function defineVerb<Args extends readonly unknown[], Options>(definition: VerbDefinition<Args, Options>): Verb {
  const { summary, description, parameters, notes, examples, exits, run } = definition;
  return {
    summary,
    command: async ({ name, terminal, exit, verbs }) => {
      const { Command } = await import("commander");
      const command = await parameters(new Command(name).description(description), await import("./options.js"));
      const more = typeof notes === "function" ? await notes() : notes;
      return command.addHelpText("after", closingHelp(more, examples, exits)).action(async (...given: unknown[]) => {
        // Commander calls with the arguments, the options and itself.
        const args = given.slice(0, -2) as unknown as Args;
        exit(await run(args, command.opts() as Options, terminal, verbs));
      });
    },
  };
}

/** Verbs below a verb, by name. */
export interface VerbGroup {
  readonly summary: string;
  readonly description: string;
  readonly examples: readonly string[];
  readonly verbs: VerbTable;
}

/** Makes a verb of a group of verbs. */
export function defineGroup(group: VerbGroup): Verb {
  const { summary, description, examples, verbs } = group;
  return {
    summary,
    verbs,
    command: async ({ name, rest, ...call }) => {
      const { Command } = await import("commander");
      const command = new Command(name)
        .description(description)
        .usage("<verb> [options]")
        .helpCommand(false)
        .addHelpText("after", closingHelp(undefined, examples, {}));
      const [wanted = "", ...behind] = rest;
      const one = Object.hasOwn(verbs, wanted) ? verbs[wanted] : undefined;
      if (one !== undefined)
        return command.addCommand(await (await one()).command({ ...call, name: wanted, rest: behind }));
      if (wanted !== "" && !wanted.startsWith("-")) {
        const { unknownVerb } = await import("./usage.js");
        throw unknownVerb(wanted, Object.keys(verbs), `${name} `);
      }
      for (const [each, load] of Object.entries(verbs)) {
        command.addCommand(new Command(each).description((await load()).summary));
      }
      return command;
    },
  };
}
