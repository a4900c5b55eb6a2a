/** Columns that a page of help takes: what every terminal shows, whatever it is printed to. */
export const HELP_WIDTH = 80;

/**
 * Wraps a text to a width. Lines that follow one another are a paragraph; an indented line stands for itself, and what does not fit into
 * it goes on below its words, behind the name that two blanks part from them. A word that is longer than the width is not broken.
 */
export function wrapped(text: string, width: number = HELP_WIDTH): string {
  const blocks: string[] = [];
  for (const line of text.split("\n")) {
    const last = blocks.at(-1);
    if (last === undefined || [last, line].some((each) => /^(?: |$)/.test(each)) || last.endsWith(":")) {
      blocks.push(line);
    } else blocks[blocks.length - 1] = `${last} ${line}`;
  }
  return blocks.map((block) => wrappedBlock(block, width)).join("\n");
}

function wrappedBlock(block: string, width: number): string {
  const hanging = /^ +(?:\S+(?: \S+)* {2,})?/.exec(block)?.[0].length ?? 0;
  return joinedUpTo(width, block.slice(0, hanging), block.slice(hanging).split(" "), `\n${" ".repeat(hanging)}`);
}

/** A command line as a shell takes it: one that is wider than the help goes on below, behind a backslash. */
function commandLine(command: string): string {
  const words = command.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  // A value stays on the line of its option.
  const parts = words.reduce<string[]>((all, word) => {
    const option = all.at(-1);
    const isValue = option !== undefined && /^--?\w[\w-]*$/.test(option) && !word.startsWith("-");
    return isValue ? [...all.slice(0, -1), `${option} ${word}`] : [...all, word];
  }, []);
  return joinedUpTo(HELP_WIDTH - 2, "  ", parts, " \\\n    ");
}

/** Puts words behind one another, with a break where the next one would not fit. */
function joinedUpTo(width: number, start: string, words: readonly string[], lineEnd: string): string {
  let text = start;
  let column = start.length;
  words.forEach((word, index) => {
    if (index > 0 && column + 1 + word.length > width) {
      text += lineEnd;
      column = lineEnd.length - 1 - lineEnd.indexOf("\n");
    } else if (index > 0) {
      text += " ";
      column += 1;
    }
    text += word;
    column += word.length;
  });
  return text;
}

/** The part of the help that follows the options: notes, examples and the meaning of the exit codes. */
export function closingHelp(
  notes: string | undefined,
  examples: readonly string[],
  exits: Readonly<Record<string, string>>,
): string {
  const codes = Object.entries(exits).map(([code, words]) => `  ${code}  ${words}`);
  return [
    "",
    ...(notes === undefined ? [] : [wrapped(notes), ""]),
    examples.length === 1 ? "Example:" : "Examples:",
    ...examples.map((each) => commandLine(`aims ${each}`)),
    ...(codes.length === 0 ? [] : ["", "Exit codes:", ...codes.map((each) => wrapped(each))]),
  ].join("\n");
}

/** The first page of the help. @param verbs their summaries by name */
export function programHelp(verbs: readonly (readonly [name: string, summary: string])[]): string {
  const width = Math.max(...verbs.map(([name]) => name.length));
  const lines = verbs.map(([name, summary]) => wrapped(`  ${name.padEnd(width)}  ${summary}`));
  const exits = {
    0: "done, and the gate passed",
    1: "the gate failed, documents differ, or a test fails",
    2: "usage, or invalid input",
    3: "an internal fault, or a rule in error",
  };
  const example = "assess examples/meridian-bank --as-of 2026-11-01 --out out";
  return `Usage: aims <verb> [options]

ISO/IEC 42001 as policy-as-code: descriptors in, Rego rules as WASM, OSCAL out.

Options:
  -V, --version  print the version
  -h, --help     show this help; behind a verb, that of the verb

Verbs:
${lines.join("\n")}

"aims help VERB" shows the options of a verb, and what its exit codes mean.
${closingHelp(undefined, [example], exits)}
`;
}
