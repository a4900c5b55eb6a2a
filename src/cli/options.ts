import { InvalidArgumentError, Option } from "commander";

export { Option } from "commander";
import type { Day } from "../foundation/day.js";
import { isDay } from "../runs/host.js";
import { didYouMean } from "../foundation/words.js";
import { nearest } from "../foundation/nearest.js";
import type { AddressMapping } from "../runs/resolve-profile.js";
import type { OutputFormat } from "../report/output.js";

/** Where a report goes. */
export interface OutputTarget<Format extends string> {
  readonly format: Format;
  /** Undefined for standard output. */
  readonly path?: string;
}

/** Formats by their names, as far as a command line has to know them before one is loaded. */
type Formats<Format extends string> = Readonly<Record<Format, Pick<OutputFormat<never, never>, "kind">>>;

/** Words that a shell may complete behind options whose values are more than a choice of one of them. */
const completions = new WeakMap<Option, readonly string[]>();

/** The words that a shell may complete behind an option. */
export function completionsOf(option: Option): readonly string[] {
  return option.argChoices ?? completions.get(option) ?? [];
}

function completedBy(option: Option, words: readonly string[]): Option {
  completions.set(option, words);
  return option;
}

/** Names that the operating system has for standard output; a file beside them is not what anybody means. */
const standardOutput = new Set(["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]);

/** Whether a path that an option names means standard output. */
export function isStandardOutput(path: string): boolean {
  return standardOutput.has(path);
}

/** An option that can be given several times; its value is the list. */
export function repeatable(
  flags: string,
  description: string,
  parse: (value: string) => string = (value) => value,
): Option {
  return new Option(flags, description).argParser<readonly string[] | undefined>((value, previous = []) => [
    ...previous,
    parse(value),
  ]);
}

/** The option of verbs that look through folders for documents. */
export function excludeOption(): Option {
  return repeatable(
    "--exclude <glob>",
    "files and folders to leave out of the folders that are named, by name or by path; repeatable",
    parsePattern,
  );
}

/** @throws InvalidArgumentError for a pattern that is empty, as a variable without a value gives it */
function parsePattern(value: string): string {
  if (/^(?:\.?\/)*\s*$/.test(value)) {
    throw new InvalidArgumentError('A pattern names files or folders, such as "charts" or "oscal/drafts/**".');
  }
  return value;
}

/** The repeatable option `--map <address=path>`: local copies of what is imported by address. */
export function mapOption(): Option {
  return new Option(
    "--map <address=path>",
    'local copy of what is imported by an address, or by those that begin with it up to a "/"; repeatable',
  ).argParser<readonly AddressMapping[] | undefined>((value, previous = []) => [...previous, parseMapping(value)]);
}

/**
 * Reads `address=path`. Behind a "?", the address may hold "=" too, and the path none; else the path may.
 * @throws InvalidArgumentError where a half is missing
 */
function parseMapping(value: string): AddressMapping {
  const first = value.indexOf("=");
  const equals = value.slice(0, first).includes("?") ? value.lastIndexOf("=") : first;
  const [address, path] = [value.slice(0, equals), value.slice(equals + 1)];
  if (equals <= 0 || path === "") {
    throw new InvalidArgumentError("Write ADDRESS=PATH, such as https://example.org/oscal/=third-party/oscal.");
  }
  return { address, path };
}

/** A repeatable option with a list of words of a closed set, with commas between them; its value is the list, each word once. */
export function wordsOption(flags: string, words: readonly string[], description: string): Option {
  const option = listOption(flags, description, (value) => {
    const known = words.find((word) => word === value);
    if (known !== undefined) return known;
    const hint = didYouMean(nearest(value, words), `Known: ${words.join(", ")}.`);
    throw new InvalidArgumentError(`"${value}" is not known here. ${hint}`);
  });
  return completedBy(option, words);
}

/** A repeatable option with a list of values, with commas between them; its value is the list, each value once. */
export function listOption(
  flags: string,
  description: string,
  parse: (value: string) => string = (value) => value,
): Option {
  return new Option(flags, description).argParser<readonly string[] | undefined>((value, previous = []) => {
    const values = value.split(",").map((each) => parse(each.trim()));
    return [...new Set([...previous, ...values])];
  });
}

/**
 * The repeatable option `--output <format[=path]>` of every verb that reports; without it, there is text.
 * @param more what there is to know beyond the names of the formats
 */
export function outputOption<Format extends string>(formats: Formats<Format>, more = ""): Option {
  const names = Object.keys(formats).sort();
  const description = `a report, repeatable: ${names.join(", ")}; without a path to standard output${more}`;
  const option = new Option("--output <format[=path]>", description)
    .argParser<readonly OutputTarget<Format>[]>((value, previous) => [...previous, parseOutput(value, formats)])
    .default([], "text");
  return completedBy(option, names);
}

/** The same of a verb that reports what is wrong: for people that goes to standard error. */
export function diagnosticsOption<Format extends string>(formats: Formats<Format>): Option {
  return outputOption(formats, ", text to standard error");
}

/** The option `--strict` of every verb that checks an input. */
export function strictOption(): Option {
  return new Option("--strict", "warnings count as errors, so that the exit code is 2");
}

/** The option `--out` of every verb that writes: the file or folder to write. */
export function outOption(what: "file" | "folder" | "path", description: string): Option {
  return new Option(`-o, --out <${what}>`, description).argParser((value) => parseOut(what, value));
}

/** @throws InvalidArgumentError for no place, as an empty variable of a shell gives it, and for standard output in place of a folder */
function parseOut(what: "file" | "folder" | "path", value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError(`Name a ${what}; "." is the folder where you are.`);
  if (what === "folder" && isStandardOutput(value)) {
    throw new InvalidArgumentError("Several files are written, which cannot go to standard output: name a folder.");
  }
  return value;
}

/** The option `--profile` of every verb that judges by a profile. */
export function profileOption(description: string): Option {
  return new Option("--profile <name|path>", description).argParser((value) => {
    if (value.trim() === "") throw new InvalidArgumentError("Name a shipped profile, or the path of a file.");
    return value;
  });
}

/** The option `--law` of a verb that derives how a law concerns a system. */
export function lawOption(laws: readonly string[], description: string): Option {
  const option = new Option("--law <name>", description).argParser((value) => {
    if (laws.includes(value)) return value;
    // Somebody who knows the law by a part of its name, as "eu", does not slip.
    const named = value === "" ? [] : laws.filter((each) => each.includes(value.toLowerCase()));
    const guess = named.length === 1 ? named[0] : nearest(value, laws);
    throw new InvalidArgumentError(
      `"${value}" is not a law that aims can derive from; known: ${laws.join(", ")}.${guess === undefined ? "" : ` ${didYouMean(guess, "")}`}`,
    );
  });
  return completedBy(option, laws);
}

/** The option `--catalog` of every verb that looks into a catalog. */
export function catalogOption(description: string): Option {
  return new Option("--catalog <name|file>", description).argParser((value) => {
    if (value.trim() === "") throw new InvalidArgumentError("Name a shipped catalog, or the path of a file.");
    return value;
  });
}

/** Reads `format=path`, `format=-` or `format`. @throws InvalidArgumentError for a format that is not known */
export function parseOutput<Format extends string>(value: string, formats: Formats<Format>): OutputTarget<Format> {
  const equals = value.indexOf("=");
  const name = equals < 0 ? value : value.slice(0, equals);
  const path = equals < 0 ? "-" : value.slice(equals + 1);
  if (!isFormat(name, formats)) {
    const known = Object.keys(formats).sort();
    const hint = didYouMean(nearest(name, known), `Formats: ${known.join(", ")}.`);
    throw new InvalidArgumentError(`"${name}" is not a format. ${hint}`);
  }
  if (path === "") throw new InvalidArgumentError(`The path after "${name}=" is missing.`);
  if (!isStandardOutput(path)) return { format: name, path };
  if (formats[name].kind === "folder") {
    throw new InvalidArgumentError(`The format ${name} needs a folder: write ${name}=FOLDER.`);
  }
  return { format: name };
}

function isFormat<Format extends string>(name: string, formats: Formats<Format>): name is Format {
  return Object.hasOwn(formats, name);
}

/** Reads seconds, as rules may take them. @throws InvalidArgumentError for a number that is not above 0 and at most an hour */
export function parseSeconds(value: string): number {
  const seconds = Number(value);
  if (!(seconds > 0 && seconds <= 3600)) {
    throw new InvalidArgumentError("Write a number of seconds above 0 and at most 3600.");
  }
  return seconds;
}

/** Reads hundredths. @throws InvalidArgumentError for a number that is not from 0 to 100 */
export function parsePercent(value: string): number {
  const percent = value.trim() === "" ? Number.NaN : Number(value);
  if (!(percent >= 0 && percent <= 100)) throw new InvalidArgumentError("Write a number from 0 to 100.");
  return percent;
}

/** Reads a day. @throws InvalidArgumentError for a day that does not exist */
export function parseDay(value: string): Day {
  if (!isDay(value)) throw new InvalidArgumentError("Write a day that exists as YYYY-MM-DD.");
  return value;
}

/**
 * Reads a moment. It is written in UTC, since OSCAL does not know every time zone; a day means its first moment.
 * @throws InvalidArgumentError for a moment that does not exist, or lies before 1900 or after 2999
 */
export function parseMoment(value: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2}))?$/.exec(value);
  const [, day = "", time = "T00:00:00Z"] = parts ?? [];
  const start = new Date(`${day}T00:00:00Z`);
  const moment = new Date(day + time);
  const exists = !Number.isNaN(start.getTime()) && start.toISOString().slice(0, 10) === day;
  const written = exists && !Number.isNaN(moment.getTime()) ? moment.toISOString().replace(".000Z", "Z") : "";
  if (!/^(?:19|2\d)/.test(written)) {
    throw new InvalidArgumentError("Write YYYY-MM-DD or a moment such as 2026-11-01T09:00:00Z that exists.");
  }
  return written;
}
