import { expressionsIn, groupsOf, tokensOf, type Group, type Token } from "./tokens.js";

/** The kinds of changes. */
export type ChangeKind =
  | "comparison"
  | "arithmetic"
  | "number"
  | "text"
  | "boolean"
  | "negation"
  | "condition"
  | "clause"
  | "key"
  | "entry"
  | "parameter";

/** One change of the text of a module. */
export interface Change {
  readonly kind: ChangeKind;
  /** What is changed, such as `"<" to "<="`. */
  readonly words: string;
  readonly offset: number;
  readonly length: number;
  readonly replacement: string;
  /** From 1. */
  readonly row: number;
}

const comparisons: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "==": ["!="],
  "!=": ["=="],
};

const operations: Readonly<Record<string, string>> = { "+": "-", "-": "+", "*": "/", "/": "*", "&": "|", "|": "&" };

/**
 * The changes of a module that its tests should notice, by the place of each. METADATA, the package and imports stay; names stay too, and
 * what only renames something. Not each of the changed modules compiles.
 * @param text of a module that OPA's parser accepts
 */
export function changesOf(text: string): Change[] {
  const module = new ModuleText(text);
  const changes = [
    ...module.tokens.flatMap((token, position) => module.tokenChanges(token, position)),
    ...module.groups.flatMap((group) => module.groupChanges(group)),
  ];
  return changes.sort((a, b) => a.offset - b.offset || a.length - b.length);
}

/** The text of a module with a change. */
export function withChange(text: string, { offset, length, replacement }: Change): string {
  return text.slice(0, offset) + replacement + text.slice(offset + length);
}

class ModuleText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly groups: readonly Group[];
  /** The innermost group of each token. */
  readonly #around = new Map<number, Group>();
  /** Rows of the package and of imports. */
  readonly #fixed: ReadonlySet<number>;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokensOf(text);
    this.groups = groupsOf(this.tokens);
    for (const group of this.groups) for (const position of group.members) this.#around.set(position, group);
    this.#fixed = new Set(this.tokens.filter((token, i) => isFixed(token) && this.#startsRow(i)).map(({ row }) => row));
  }

  tokenChanges(token: Token, position: number): Change[] {
    if (this.#fixed.has(token.row)) return [];
    switch (token.kind) {
      case "number":
        return this.#numberChanges(token);
      case "text":
        return this.#textChanges(token, position);
      case "name":
        return this.#nameChanges(token, position);
      case "sign":
        return this.#signChanges(token, position);
      case "newline":
        return [];
    }
  }

  groupChanges(group: Group): Change[] {
    if (group.open === -1) return this.#clauseChanges(group);
    const entries = this.#entryChanges(group);
    if (group.content === "body") return [...this.#conditionChanges(group, -1), ...entries];
    return group.bar === undefined ? entries : this.#conditionChanges(group, group.bar);
  }

  #numberChanges(token: Token): Change[] {
    const value = Number(token.text);
    if (!Number.isSafeInteger(value)) return [];
    return [value + 1, value - 1].filter((other) => other >= 0).map((other) => changed("number", token, String(other)));
  }

  /** Texts that are keys keep their words: what a key is called is no condition. */
  #textChanges(token: Token, position: number): Change[] {
    const around = this.#around.get(position);
    const isKey = around?.content === "braces" && this.#text(position + 1) === ":";
    const isIndex = around?.content === "brackets" && around.members.length === 1 && this.#isOperand(around.open - 1);
    if (isKey || isIndex || token.text.startsWith("$") || this.#isDirective(token)) return [];
    const end = token.text.slice(-1);
    return [{ ...changed("text", token, `${token.text.slice(0, -1)}~${end}`), words: `${short(token.text)} changed` }];
  }

  /** A text that holds nothing but placeholders and signs is joined with others. */
  #isDirective({ text }: Token): boolean {
    return /^"(?:%[sdvq])+"$/.test(text);
  }

  #nameChanges(token: Token, position: number): Change[] {
    if (token.text === "true" || token.text === "false") {
      return this.#text(position - 1) === "."
        ? []
        : [changed("boolean", token, token.text === "true" ? "false" : "true")];
    }
    if (token.text === "not") {
      const next = this.tokens[position + 1];
      if (next === undefined) return [];
      const length = next.offset - token.offset;
      return [
        { kind: "negation", words: '"not" dropped', offset: token.offset, length, replacement: "", row: token.row },
      ];
    }
    return this.#parameterChanges(token, position);
  }

  /** `data.params["x"]` or `data.params.x`, one more and one less. */
  #parameterChanges(token: Token, position: number): Change[] {
    const reads = token.text === "data" && this.#text(position + 1) === "." && this.#text(position + 2) === "params";
    if (!reads || this.#text(position - 1) === ".") return [];
    const bracket = this.groups.find(({ open }) => open === position + 3);
    const last = bracket?.content === "brackets" ? bracket.close : this.#text(position + 3) === "." ? position + 4 : -1;
    const end = this.tokens[last];
    if (end === undefined) return [];
    const length = end.offset + end.text.length - token.offset;
    const read = this.text.slice(token.offset, token.offset + length);
    return ["+", "-"].map((sign) => ({
      kind: "parameter",
      words: `${read} ${sign} 1`,
      offset: token.offset,
      length,
      replacement: `(${read} ${sign} 1)`,
      row: token.row,
    }));
  }

  #signChanges(token: Token, position: number): Change[] {
    const compared = comparisons[token.text];
    if (compared !== undefined) return compared.map((other) => changed("comparison", token, other));
    const other = operations[token.text];
    const isBar = this.groups.some(({ bar }) => bar === position);
    if (other === undefined || isBar || !this.#isOperand(position - 1)) return [];
    return [changed("arithmetic", token, other)];
  }

  /** Conditions of a body dropped, or their opposite asked; a declaration stays, without which nothing else would compile. */
  #conditionChanges(group: Group, from: number): Change[] {
    const expressions = expressionsIn(this.tokens, group, from);
    return expressions.flatMap(([first, last]) => {
      const word = this.#text(first);
      if (word === "some" || this.#declares(group, first, last)) return [];
      const range = this.#range(first, last);
      const dropped: Change = {
        kind: "condition",
        words: `${short(this.text.slice(range.offset, range.offset + range.length))} dropped`,
        ...range,
        replacement: "true",
      };
      if (word === "not" || word === "every") return [dropped];
      const compares = this.tokens.slice(first, last + 1).some(({ text }) => Object.hasOwn(comparisons, text));
      if (compares) return [dropped];
      const { offset, row } = range;
      const negated: Change = { kind: "negation", words: '"not" added', offset, length: 0, replacement: "not ", row };
      return [dropped, negated];
    });
  }

  #declares(group: Group, first: number, last: number): boolean {
    return group.members.some((at) => at >= first && at <= last && [":=", "="].includes(this.#text(at)));
  }

  /** Clauses of a set dropped, and conditions of clauses that have no braces. */
  #clauseChanges(group: Group): Change[] {
    return expressionsIn(this.tokens, group).flatMap(([first, last]) => {
      const own = group.members.filter((at) => at >= first && at <= last);
      const range = this.#range(first, last);
      const isSet = own.some((at) => this.tokens[at]?.text === "contains");
      const clause: Change[] = isSet
        ? [{ kind: "clause", words: `${short(this.text.slice(range.offset))} dropped`, ...range, replacement: "" }]
        : [];
      return [...clause, ...this.#plainConditions(own, last)];
    });
  }

  /** The condition behind an `if` that has no braces. */
  #plainConditions(own: readonly number[], last: number): Change[] {
    return own.flatMap((at, i) => {
      const next = own[i + 1];
      if (this.#text(at) !== "if" || this.tokens[at]?.kind !== "name" || next === undefined) return [];
      if (this.groups.some(({ open, content }) => open === next && content === "body")) return [];
      const range = this.#range(next, last);
      const words = `${short(this.text.slice(range.offset, range.offset + range.length))} dropped`;
      return [{ kind: "condition", words, ...range, replacement: "true" }];
    });
  }

  /** Keys of an object that is handed to a function dropped, and entries of lists and sets. */
  #entryChanges(group: Group): Change[] {
    if (group.content === "body" || group.content === "parentheses" || group.bar !== undefined) return [];
    if (group.content === "brackets" && (this.#isOperand(group.open - 1) || this.#isFormatted(group))) return [];
    const entries = this.#entriesOf(group);
    if (group.content === "brackets" && entries.length < 2) return [];
    const handed = this.#text(group.open - 1) === "(";
    return entries.flatMap(([first, last, end]) => {
      const isPair = group.members.some((at) => at > first && at <= last && this.#text(at) === ":");
      if (isPair && !handed) return [];
      const range = this.#range(first, end);
      const words = `${short(this.text.slice(range.offset, this.#end(last)))} dropped`;
      // An empty pair of braces is an object.
      const replacement = !isPair && group.content === "braces" && entries.length === 1 ? "[][_]" : "";
      return replacement === "" ? [{ kind: isPair ? "key" : "entry", words, ...range, replacement }] : [];
    });
  }

  /** First and last token of each, and the comma behind it. */
  #entriesOf({ members, close }: Group): (readonly [first: number, last: number, end: number])[] {
    const entries: (readonly [number, number, number])[] = [];
    let first: number | undefined;
    let last = 0;
    for (const [i, at] of members.entries()) {
      const token = this.tokens[at];
      if (token?.kind === "newline") continue;
      if (token?.text === "," && token.kind === "sign") {
        if (first !== undefined) entries.push([first, last, at]);
        first = undefined;
        continue;
      }
      first ??= at;
      last = this.groups.find(({ open }) => open === at)?.close ?? at;
      if (i === members.length - 1) break;
    }
    if (first !== undefined) entries.push([first, Math.min(last, close - 1), Math.min(last, close - 1)]);
    return entries;
  }

  /** Values for the placeholders of a text. */
  #isFormatted({ open, parent }: Group): boolean {
    const call = parent === undefined ? "" : this.#text(parent.open - 1);
    return call === "sprintf" && open > (parent?.members[0] ?? open);
  }

  #isOperand(position: number): boolean {
    const { kind, text } = this.tokens[position] ?? { kind: "newline", text: "" };
    return kind === "sign" ? [")", "]", "}"].includes(text) : kind !== "newline" && !words.has(text);
  }

  #startsRow(position: number): boolean {
    return this.tokens[position - 1]?.kind !== "sign" && this.tokens[position - 1]?.row !== this.tokens[position]?.row;
  }

  #range(first: number, last: number): Pick<Change, "offset" | "length" | "row"> {
    const { offset, row } = this.tokens[first] ?? { offset: 0, row: 1 };
    return { offset, length: this.#end(last) - offset, row };
  }

  #end(position: number): number {
    const { offset, text } = this.tokens[position] ?? { offset: 0, text: "" };
    return offset + text.length;
  }

  #text(position: number): string {
    return this.tokens[position]?.text ?? "";
  }
}

const words = new Set(["not", "some", "every", "in", "if", "else", "contains", "default", "with", "as"]);

function isFixed({ kind, text }: Token): boolean {
  return kind === "name" && (text === "package" || text === "import");
}

function changed(kind: ChangeKind, { text, offset, row }: Token, replacement: string): Change {
  return { kind, words: `${text} to ${replacement}`, offset, length: text.length, replacement, row };
}

const MOST_CHARACTERS = 60;

/** The beginning of a piece of a module, on one line. */
function short(text: string): string {
  const line = text
    .slice(0, 4 * MOST_CHARACTERS)
    .replaceAll(/\s+/g, " ")
    .trim();
  return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS - 3)}...`;
}
