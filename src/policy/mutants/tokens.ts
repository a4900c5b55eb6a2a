/** A piece of a module that is neither blank nor comment. */
export interface Token {
  readonly kind: "name" | "number" | "text" | "sign" | "newline";
  readonly text: string;
  /** Of its first character in the module. */
  readonly offset: number;
  /** From 1. */
  readonly row: number;
}

/** Comments, texts (templates and raw ones, too), numbers, names, signs and ends of lines of Rego. */
const pieces =
  /(?<comment>#[^\n]*)|(?<text>\$?"(?:[^"\\\n]|\\.)*"|\$?`[^`]*`)|(?<number>\d[\d.]*(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_]\w*)|(?<newline>\n)|(?<sign>:=|==|!=|<=|>=|[^\s])/g;

/** Reads a module that OPA's parser accepts; comments are left out. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let row = 1;
  for (const { groups = {}, 0: whole, index } of text.matchAll(pieces)) {
    const kind = (["text", "number", "name", "newline", "sign"] as const).find((each) => groups[each] !== undefined);
    if (kind !== undefined) tokens.push({ kind, text: whole, offset: index, row });
    for (const character of whole) if (character === "\n") row += 1;
  }
  return tokens;
}

/** The module without its comments, on the same rows. */
export function withoutComments(text: string): string {
  return text.replaceAll(pieces, (whole: string) => (whole.startsWith("#") ? "" : whole));
}

/** What a bracket holds: expressions, or a value's parts. */
export type Content = "body" | "braces" | "brackets" | "parentheses";

/** A bracket with what stands directly in it. */
export interface Group {
  readonly content: Content;
  /** Position of its opening bracket among the tokens; -1 of the module itself. */
  readonly open: number;
  /** Position of its closing bracket among the tokens. */
  close: number;
  /** Positions of the tokens directly in it; of a group in it that of its opening bracket. */
  readonly members: number[];
  /** Of a comprehension: position of the sign that separates its head from its body. */
  bar?: number;
  readonly parent?: Group;
}

const closing = new Set([")", "]", "}"]);

/** The brackets of a module by the position of their opening one, that of the module itself first. */
export function groupsOf(tokens: readonly Token[]): Group[] {
  const module: Group = { content: "body", open: -1, close: tokens.length, members: [] };
  const groups = [module];
  let group = module;
  // Groups in which an `every` waits for its body.
  const waiting = new Set<Group>();
  for (const [position, { kind, text }] of tokens.entries()) {
    if (kind === "sign" && closing.has(text)) {
      group.close = position;
      group = group.parent ?? module;
      continue;
    }
    group.members.push(position);
    if (kind === "name" && text === "every") waiting.add(group);
    if (kind !== "sign") continue;
    if (text === "|" && group.bar === undefined && (group.content === "braces" || group.content === "brackets")) {
      group.bar = position;
    }
    if (text !== "(" && text !== "[" && text !== "{") continue;
    const inner: Group = {
      content: contentOf(tokens, position, waiting.has(group)),
      open: position,
      close: tokens.length,
      members: [],
      parent: group,
    };
    if (inner.content === "body") waiting.delete(group);
    groups.push(inner);
    group = inner;
  }
  return groups;
}

function contentOf(tokens: readonly Token[], position: number, everyWaits: boolean): Content {
  const { text } = tokens[position] ?? { text: "" };
  if (text === "(") return "parentheses";
  if (text === "[") return "brackets";
  const before = tokens[position - 1];
  if (before?.kind === "name" && before.text === "if") return "body";
  const endsValue = before !== undefined && (before.kind === "sign" ? closing.has(before.text) : before.text !== "in");
  return everyWaits && endsValue ? "body" : "braces";
}

/** Signs and words that an expression does not end with. */
const infix = new Set([
  ...[":=", "==", "!=", "<=", ">=", "<", ">", "=", "+", "-", "*", "/", "%", "|", "&", ",", ".", ":"],
  ...["in", "not", "some", "every", "with", "as", "if", "contains", "else", "default", "import", "package"],
]);

const beginning = new Set(["not", "some", "every", "default", "import", "package"]);

/** Signs and words that carry on the expression of the line before. */
const carrying = new Set([...infix].filter((each) => !beginning.has(each)));

/** Expressions that stand one after another, as ranges of tokens: first and last position. */
export function expressionsIn(
  tokens: readonly Token[],
  { members, close }: Group,
  from = -1,
): (readonly [first: number, last: number])[] {
  const found: (readonly [number, number])[] = [];
  let first: number | undefined;
  let last = 0;
  const inside = members.filter((position) => position > from);
  for (const [i, position] of inside.entries()) {
    const token = tokens[position];
    const ends = token?.text === ";" || (token?.kind === "newline" && !carriesOn(tokens, inside, i));
    if (token?.kind === "newline" || token?.text === ";") {
      if (ends && first !== undefined) {
        found.push([first, last]);
        first = undefined;
      }
      continue;
    }
    first ??= position;
    last = endOf(tokens, position, inside[i + 1] ?? close);
  }
  if (first !== undefined) found.push([first, last]);
  return found;
}

/** The last token of a member: of a bracket its closing one. */
function endOf(tokens: readonly Token[], position: number, next: number): number {
  return ["(", "[", "{"].includes(tokens[position]?.text ?? "") && tokens[position]?.kind === "sign"
    ? next - 1
    : position;
}

function carriesOn(tokens: readonly Token[], members: readonly number[], i: number): boolean {
  const isLine = (position: number | undefined): boolean =>
    position !== undefined && tokens[position]?.kind === "newline";
  const before = members[i - 1];
  let after = i + 1;
  while (isLine(members[after])) after += 1;
  const previous = before === undefined ? undefined : tokens[before];
  const following = tokens[members[after] ?? -1];
  if (previous !== undefined && previous.kind !== "text" && infix.has(previous.text)) return true;
  return following !== undefined && following.kind !== "text" && carrying.has(following.text);
}
