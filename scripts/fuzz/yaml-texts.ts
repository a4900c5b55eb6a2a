import type { Random } from "./random.js";

/** Signs and words that mean something to YAML in some places. */
// prettier-ignore
const fragments = [
  ": ", ":", " #", " # c", " #1", "#", "- ", "-", "? ", "|", ">", "|-", ">+", "|2", "\n", "\n\n", " ", "  ", "\n  ", "\n- ", "'", '"', "''",
  "\\", "\\n", "\\u00e4", "\\ud83d", "\\x41", "\\q", "[", "]", "{", "}", ", ", ",", "[]", "{}", "[a, b]", "{a: b}", "{a: b, c}", "&a ", "*a", "!t ",
  "%", "@", "`", "~", "null", "true", "No", "0", "-0", "007", "1.0", "+1", ".5", "5.", "1e3", "0x1f", "0o7", ".inf", ".NaN", "9007199254740993",
  "0.1234567890123456789", "2026-11-29", "1_000", "<<", "<<: {a: b}", "__proto__: x", "constructor: y", "---\n", "...\n", "--- x", "%YAML 1.1\n---\n",
  "\t", "\r\n", "\u00a0", "\u2028", "\u0085", "\ufeff", "\u{1f600}", "ä", "\u0007", "'a'", '"b"', "k: v", "\nk: v", "\n# c\n", "\n  # c\n", "=",
  "a: b: c", "key:\n", "- - x\n", "-\n", "- # c\n", "=>", "(", "&", "*", "!", "http://x.y/z", "a#b", "x:y",
];

/** Another text: a seed with a few changes, two seeds together, or lines that a small grammar makes, changed or not. */
export function mutateYaml(seeds: readonly string[], random: Random): string {
  const { below, pick, once } = random;
  let text = once(3) ? written(random) : once(6) ? joined(pick(seeds), pick(seeds), random) : pick(seeds);
  if (once(5)) text = once(2) ? nestedIn(text, random) : text.replace(/\n$/, "");
  for (let times = below(3); times > 0; times -= 1) text = changed(text, seeds, random);
  const cut = text.length > 400 ? text.slice(0, 400) : text;
  return once(8) ? cut.replaceAll("\n", "\r\n") : cut;
}

function joined(first: string, second: string, { once }: Random): string {
  return once(2) ? first + second : first.slice(0, first.length / 2) + second;
}

/** The same, as the value of a key or the entry of a list. */
function nestedIn(text: string, { pick, once }: Random): string {
  const indent = pick(["", " ", "  ", "    "]);
  const lines = text.replaceAll(/^(?=.)/gm, `${indent}  `);
  return once(2) ? `outer:\n${lines}` : `- ${lines.trimStart()}`;
}

function changed(text: string, seeds: readonly string[], random: Random): string {
  const { below, pick } = random;
  const lines = text.split(/(?<=\n)/);
  const line = below(lines.length);
  const [before, here, after] = [lines.slice(0, line).join(""), lines[line] ?? "", lines.slice(line + 1).join("")];
  const at = below(text.length + 1);
  switch (below(14)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + below(6));
    case 1:
    case 2:
    case 3:
      return text.slice(0, at) + pick(fragments) + text.slice(at);
    case 4:
      return text.slice(0, at) + pick(fragments) + text.slice(at + 1);
    case 5:
      return before + after;
    case 6:
      return before + here + here + after;
    case 7:
      return `${before} ${here}${after}`;
    case 8:
      return before + here.replace(/^ {1,2}/, "") + after;
    case 9:
      return before + pick(["\n", "# c\n", "  # c\n", "    # d\n", " \n", "      \n"]) + here + after;
    case 10:
      return before + here.replace(/(: |- ).*$/m, (_all, sign: string) => sign + scalar(random)) + after;
    case 11:
      return before + here.replace(/ *$/m, pick([" # c", " # 1", "  #c", "#c", " ", "   ", ","])) + after;
    case 12:
      return before + pick(pick(seeds).split(/(?<=\n)/)) + here + after;
    default:
      return (
        before + here.replace(/[\w"'].*$/m, (content) => flow(random, 2) + (content.includes(":") ? "" : "")) + after
      );
  }
}

/** A document as a small grammar makes it: mostly right, in all styles. */
function written(random: Random): string {
  const begin = random.once(12) ? "---\n" : random.once(12) ? "# c\n" : "";
  return begin + collection(random, "", 3);
}

/** Lines of a mapping or a list at an indentation. */
function collection(random: Random, indent: string, levels: number): string {
  const { below, pick, once } = random;
  const isList = once(3);
  const deeper = `${indent}${pick(["  ", "  ", "  ", " ", "    "])}`;
  let text = "";
  for (let count = 1 + below(3); count > 0; count -= 1) {
    if (once(14)) text += pick(["\n", "# c\n", `${indent}# c\n`, `${deeper}# c\n`]);
    const sign = isList ? "-" : `${key(random)}${once(15) ? " " : ""}:`;
    const inner = isList && levels > 1 && once(2) ? `${indent}  ` : deeper;
    if (levels > 1 && once(3)) {
      const lines = collection(random, isList ? inner : once(6) ? indent : deeper, levels - 1);
      const compact = isList && inner === `${indent}  ` && once(2);
      text += compact ? `${indent}- ${lines.trimStart()}` : `${indent}${sign}${once(9) ? " # c" : ""}\n${lines}`;
    } else text += `${indent}${sign}${value(random, deeper)}`;
  }
  return text;
}

/** A value behind a sign, to the end of its line. */
function value(random: Random, deeper: string): string {
  const { below, pick, once } = random;
  const end = once(8) ? pick([" # c\n", "  # c\n", " \n", "\n\n", "\n# c\n"]) : "\n";
  switch (below(12)) {
    case 0:
      return once(2) ? end : `\n${deeper}${scalar(random)}${end}`;
    case 1: {
      const lines = Array.from({ length: 1 + below(4) }, () =>
        once(4) ? pick(["\n", "\n", " \n"]) : `${deeper}${pick(["", "", "", " "])}${words(random)}\n`,
      );
      const given = once(5) ? pick(["1", "2", "2", "3"]) : "";
      return ` ${pick(["|", ">"])}${given}${pick(["", "-", "+"])}\n${lines.join("")}${once(5) ? "\n" : ""}`;
    }
    case 2:
      return ` ${words(random)}\n${once(4) ? "\n" : ""}${deeper}${words(random)}${end}`;
    case 3:
    case 4:
      return ` ${flow(random, 2)}${end}`;
    case 5:
      return ` ${flow(random, 1).replaceAll(", ", `,\n${deeper}`)}${end}`;
    case 6:
      return ` ${pick(['"', "'"])}${words(random)}\n${deeper}${words(random)}${pick(['"', "'"])}${end}`;
    default:
      return ` ${once(9) ? " " : ""}${scalar(random)}${end}`;
  }
}

/** A list or mapping in brackets. */
function flow(random: Random, levels: number): string {
  const { below, pick, once } = random;
  const isList = once(2);
  const entries = Array.from({ length: below(4) }, () => {
    const inner = levels > 1 && once(4) ? flow(random, levels - 1) : scalar(random);
    return isList ? inner : `${key(random)}:${once(12) ? "" : " "}${inner}`;
  });
  const [open, close] = isList ? "[]" : "{}";
  const blank = pick(["", "", " "]);
  return `${open ?? ""}${blank}${entries.join(pick([", ", ", ", ",", " , "]))}${once(12) ? "," : ""}${blank}${close ?? ""}`;
}

function key(random: Random): string {
  const { pick, once, below } = random;
  if (once(12))
    return pick(["'a b'", '"c"', '"d\\n"', "1", "null", "<<", "__proto__", "toString", "a b", "-k", ":k", "?k", "k#"]);
  return `${pick(["id", "name", "title", "props", "x"])}${once(3) ? "" : String(below(40))}`;
}

function scalar(random: Random): string {
  const { pick, once } = random;
  if (once(3)) return words(random);
  if (once(3)) return pick(fragments).trim();
  return pick([
    ...[
      "x",
      "plain text",
      "1",
      "-1",
      "0.5",
      "2026-11-29",
      "true",
      "null",
      "~",
      '"a, b"',
      "'it''s'",
      '"\\u00e4\\n"',
      "a: b",
      "- a",
      "x #1 y",
    ],
    ...[
      "v1.2",
      "1.2.3",
      "5(b)",
      "a, b",
      "http://a.example/b",
      "a:b",
      "-x",
      "?x",
      ":x",
      "+1",
      "1.10",
      "100000000000000000000",
      "Null",
      "TRUE",
      "0",
    ],
  ]);
}

function words(random: Random): string {
  const { pick, below, once } = random;
  const list = Array.from({ length: 1 + below(3) }, () =>
    pick(["one", "two", "it's", "* a", "a, b", "#x", "ü", "9", "(c)", "-", "a:b", '"q"']),
  );
  return list.join(once(8) ? "  " : " ");
}
