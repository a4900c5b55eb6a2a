// Parses the part of Metapath (Metaschema specification, "Metapath Expressions") that OSCAL's constraints use. Everything else is
// an error: an expression is understood as a whole or not at all.

export type Expression = Path | Union | Logic | Comparison | Call | Literals;
interface Path {
  kind: "path";
  /** Begins at the document. */
  absolute: boolean;
  steps: Step[];
}
export interface Step {
  /** "//" stands before it: any node below, not only a child. */
  descendant: boolean;
  test: StepTest;
  predicates: Expression[];
}
export type StepTest =
  | { kind: "self" }
  | { kind: "child"; name: string }
  | { kind: "flag"; name: string }
  | { kind: "group"; expression: Expression }
  | Call;
interface Union {
  kind: "union";
  items: Expression[];
}
interface Logic {
  kind: "and" | "or";
  items: Expression[];
}
interface Comparison {
  kind: "=" | ">";
  left: Expression;
  right: Expression;
}
export interface Call {
  kind: "call";
  name: string;
  arguments: Expression[];
}
interface Literals {
  kind: "literals";
  values: string[];
}

/** Functions and how many arguments each takes. */
const FUNCTIONS: ReadonlyMap<string, number> = new Map([
  ["doc", 1],
  ["exists", 1],
  ["has-oscal-namespace", 1],
  ["not", 1],
  ["starts-with", 2],
]);

const TOKEN = /\s*(?:('[^']*'|"[^"]*")|(\/\/|[/.@|()[\],=>])|([\p{L}_][\p{L}\p{N}_-]*))/uy;

/** @throws Error where the text is not of the subset that is understood */
export function parseMetapath(text: string): Expression {
  const parser = new Parser(text);
  const expression = parser.or();
  if (!parser.isAtEnd) throw parser.unexpected();
  return expression;
}

interface Token {
  kind: "literal" | "sign" | "name";
  text: string;
}

class Parser {
  readonly #text: string;
  #position = 0;
  /** The next token; undefined at the end. */
  #token: Token | undefined;

  constructor(text: string) {
    this.#text = text;
    this.next();
  }

  next(): void {
    if (this.#text.slice(this.#position).trim() === "") {
      this.#token = undefined;
      return;
    }
    TOKEN.lastIndex = this.#position;
    const match = TOKEN.exec(this.#text);
    if (match === null)
      throw new Error(`Metapath "${this.#text}": not understood from character ${String(this.#position + 1)}`);
    this.#position = TOKEN.lastIndex;
    const [, literal, sign, name] = match;
    if (literal !== undefined) this.#token = { kind: "literal", text: literal.slice(1, -1) };
    else if (sign !== undefined) this.#token = { kind: "sign", text: sign };
    else this.#token = { kind: "name", text: name ?? "" };
  }

  get isAtEnd(): boolean {
    return this.#token === undefined;
  }

  unexpected(): Error {
    const found = this.#token?.text ?? "end";
    return new Error(`Metapath "${this.#text}": unexpected ${found} before ${String(this.#position + 1)}`);
  }

  /** Text of the next token where it is of that kind. */
  peek(kind: Token["kind"]): string | undefined {
    return this.#token?.kind === kind ? this.#token.text : undefined;
  }

  sign(text: string): boolean {
    return this.peek("sign") === text;
  }

  /**
   * Takes the sign if it is next.
   * @param wanted false where it is not to be taken at all
   */
  take(text: string, wanted = true): boolean {
    if (!wanted || !this.sign(text)) return false;
    this.next();
    return true;
  }

  expect(text: string): void {
    if (!this.take(text)) throw this.unexpected();
  }

  /**
   * An operand or several between the same operators.
   * @param operator takes it
   */
  list(operator: () => boolean, operand: () => Expression): [Expression, ...Expression[]] {
    const items: [Expression, ...Expression[]] = [operand()];
    while (operator()) items.push(operand());
    return items;
  }

  logic(word: "and" | "or", operand: () => Expression): Expression {
    const operator = (): boolean => {
      if (this.peek("name") !== word) return false;
      this.next();
      return true;
    };
    const [first, ...more] = this.list(operator, operand);
    return more.length > 0 ? { kind: word, items: [first, ...more] } : first;
  }

  or(): Expression {
    return this.logic("or", () => this.logic("and", () => this.comparison()));
  }

  comparison(): Expression {
    const left = this.union();
    for (const kind of ["=", ">"] as const) {
      if (this.take(kind)) return { kind, left, right: this.union() };
    }
    return left;
  }

  union(): Expression {
    const [first, ...more] = this.list(
      () => this.take("|"),
      () => this.path(),
    );
    return more.length > 0 ? { kind: "union", items: [first, ...more] } : first;
  }

  path(): Expression {
    if (this.peek("literal") !== undefined) return this.literals(false);
    const absolute = this.sign("//");
    if (absolute) this.next();
    const first = this.step(absolute);
    if (!("test" in first)) return first;
    const steps = [first];
    while (this.sign("/") || this.sign("//")) {
      const descendant = this.sign("//");
      this.next();
      const step = this.step(descendant);
      if (!("test" in step) || step.test.kind === "call") throw this.unexpected();
      steps.push(step);
    }
    // A function that stands alone is a value, not the beginning of a path.
    if (steps.length === 1 && first.test.kind === "call" && first.predicates.length === 0) return first.test;
    return { kind: "path", absolute, steps };
  }

  step(descendant: boolean): Step | Literals {
    let test: StepTest;
    if (this.take(".")) test = { kind: "self" };
    else if (this.take("@")) test = { kind: "flag", name: this.name() };
    else if (this.take("(")) {
      if (this.peek("literal") !== undefined) return this.literals(true);
      test = { kind: "group", expression: this.or() };
      this.expect(")");
    } else {
      const name = this.name();
      test = this.take("(") ? this.call(name) : { kind: "child", name };
    }
    const predicates: Expression[] = [];
    while (this.take("[")) {
      predicates.push(this.or());
      this.expect("]");
    }
    return { descendant, test, predicates };
  }

  name(): string {
    const text = this.peek("name");
    if (text === undefined) throw this.unexpected();
    this.next();
    return text;
  }

  /** After the opening bracket. */
  call(name: string): Call {
    const count = FUNCTIONS.get(name);
    if (count === undefined) throw new Error(`Metapath "${this.#text}": the function ${name} is not understood`);
    const list = this.list(
      () => this.take(","),
      () => this.or(),
    );
    this.expect(")");
    if (list.length !== count) throw new Error(`Metapath "${this.#text}": ${name} takes ${String(count)} arguments`);
    return { kind: "call", name, arguments: list };
  }

  /** One literal, or after an opening bracket a sequence of them. */
  literals(sequence: boolean): Literals {
    const values: string[] = [];
    do {
      const text = this.peek("literal");
      if (text === undefined) throw this.unexpected();
      values.push(text);
      this.next();
    } while (this.take(",", sequence));
    if (sequence) this.expect(")");
    return { kind: "literals", values };
  }
}
