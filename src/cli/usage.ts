import type { Command } from "commander";
import { nearest } from "../foundation/nearest.js";
import { printable } from "../foundation/printable.js";
import { didYouMean, plural } from "../foundation/words.js";

/** A command line that cannot be understood. Its message is for people. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A verb that is not there. @param group what it would stand behind, such as "oscal "; @param also names that are no verbs and could be meant */
export function unknownVerb(
  wanted: string,
  names: readonly string[],
  group = "",
  also: readonly string[] = [],
): UsageError {
  const guess = nearest(wanted, [...names, ...also]) ?? also.find((each) => each === `--${wanted}`);
  const hint = didYouMean(guess, `Verbs: ${names.join(", ")}.`);
  return new UsageError(`"${printable(group + wanted)}" is not a verb. ${hint}`);
}

/** The complaints of the parser, as commander 14 words them, in the words of aims. */
const complaints: readonly (readonly [RegExp, (parts: readonly string[], command: Command) => string])[] = [
  [/^unknown option '(.*?)'(?:\n\(Did you mean .*)?$/s, ([flag = ""], command) => unknownOption(flag, command)],
  [/^missing required argument '(.*)'$/s, ([name = ""], command) => `<${name}> is missing. ${seeHelp(command)}`],
  [/^option '(.*)' argument missing$/s, ([flags = ""], command) => `${flags} has no value. ${seeHelp(command)}`],
  [/^required option '(.*)' not specified$/s, ([flags = ""], command) => `${flags} is missing. ${seeHelp(command)}`],
  [/^too many arguments/, (_, command) => tooMany(command)],
  [
    /^option '(\S+?)(?:, (\S+))?(?: .*?)?' argument '(.*?)' is invalid\. (.*)$/s,
    ([short = "", long, value = "", why = ""]) =>
      `${long ?? short} ${value === "" ? '""' : value}: ${choices(value, why)}`,
  ],
  [
    /^command-argument value '(.*?)' is invalid for argument '(.*?)'\. (.*)$/s,
    ([value = "", name = "", why = ""]) => `<${name}> ${value}: ${choices(value, why)}`,
  ],
];

/** What is wrong with the arguments of a command, in the words of aims. @param text as the parser says it */
export function usageText(text: string, command: Command): string {
  const said = text.replace(/^error: /, "").trimEnd();
  for (const [pattern, words] of complaints) {
    const match = pattern.exec(said);
    if (match) return `aims: ${printable(words(match.slice(1), command))}\n`;
  }
  return `aims: ${printable(said)}\n`;
}

function unknownOption(given: string, command: Command): string {
  const [flag = ""] = given.split("=");
  const help = seeHelp(command);
  const known = [...command.options.flatMap(({ long, hidden }) => (hidden ? [] : (long ?? []))), "--help"];
  const option = flag.startsWith("--") ? flag : `-${flag}`;
  return `there is no option "${flag}". ${didYouMean(nearest(option, known), help)}`;
}

function tooMany(command: Command): string {
  const { args, registeredArguments: known } = command;
  const [surplus = ""] = args.slice(known.length);
  const most = known.length === 0 ? "no argument" : `at most ${plural(known.length, "argument")}`;
  return `"${surplus}" is one too many: "${pathOf(command)}" takes ${most}. ${seeHelp(command)}`;
}

/** The words for a choice that is not there get the likely one. */
function choices(value: string, why: string): string {
  const list = /^Allowed choices are (.*)\.$/s.exec(why)?.[1];
  if (list === undefined) return why;
  return `"${value}" is not known here. ${didYouMean(nearest(value, list.split(", ")), `Known: ${list}.`)}`;
}

function seeHelp(command: Command): string {
  return `"${pathOf(command)} --help" shows how it is called.`;
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}
