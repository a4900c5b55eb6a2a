// @ts-check
// Parses the part of Metapath (Metaschema specification, "Metapath Expressions") that OSCAL's constraints use. Everything else is
// an error: an expression is understood as a whole or not at all.

/**
 * @typedef {Path | Union | Logic | Comparison | Call | Literals} Expression
 *
 * @typedef {object} Path
 * @property {"path"} kind
 * @property {boolean} absolute begins at the document
 * @property {Step[]} steps
 *
 * @typedef {object} Step
 * @property {boolean} descendant "//" stands before it: any node below, not only a child
 * @property {StepTest} test
 * @property {Expression[]} predicates
 *
 * @typedef {{ kind: "self" } | { kind: "child", name: string } | { kind: "flag", name: string } | { kind: "group", expression: Expression } | Call} StepTest
 *
 * @typedef {{ kind: "union", items: Expression[] }} Union
 * @typedef {{ kind: "and" | "or", items: Expression[] }} Logic
 * @typedef {{ kind: "=" | ">", left: Expression, right: Expression }} Comparison
 * @typedef {{ kind: "call", name: string, arguments: Expression[] }} Call
 * @typedef {{ kind: "literals", values: string[] }} Literals
 */

/** Functions and how many arguments each takes. @type {ReadonlyMap<string, number>} */
const FUNCTIONS = new Map([
  ["doc", 1],
  ["exists", 1],
  ["has-oscal-namespace", 1],
  ["not", 1],
  ["starts-with", 2],
]);

const TOKEN = /\s*(?:('[^']*'|"[^"]*")|(\/\/|[/.@|()[\],=>])|([\p{L}_][\p{L}\p{N}_-]*))/uy;

/**
 * @param {string} text
 * @returns {Expression}
 * @throws Error where the text is not of the subset that is understood
 */
export function parseMetapath(text) {
  const parser = new Parser(text);
  const expression = parser.or();
  if (parser.token !== undefined) throw parser.unexpected();
  return expression;
}

/** @typedef {{ kind: "literal" | "sign" | "name", text: string }} Token */

class Parser {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.position = 0;
    /** @type {Token | undefined} */
    this.token = undefined;
    this.next();
  }

  next() {
    if (this.text.slice(this.position).trim() === "") {
      this.token = undefined;
      return;
    }
    TOKEN.lastIndex = this.position;
    const match = TOKEN.exec(this.text);
    if (match === null) throw new Error(`Metapath "${this.text}": not understood from character ${this.position + 1}`);
    this.position = TOKEN.lastIndex;
    const [, literal, sign, name] = match;
    if (literal !== undefined) this.token = { kind: "literal", text: literal.slice(1, -1) };
    else if (sign !== undefined) this.token = { kind: "sign", text: sign };
    else this.token = { kind: "name", text: name ?? "" };
  }

  unexpected() {
    return new Error(`Metapath "${this.text}": unexpected ${this.token?.text ?? "end"} before ${this.position + 1}`);
  }

  /** @param {string} text */
  sign(text) {
    return this.token?.kind === "sign" && this.token.text === text;
  }

  /** Takes the sign if it is next. @param {string} text */
  take(text) {
    if (!this.sign(text)) return false;
    this.next();
    return true;
  }

  /** @param {string} text */
  expect(text) {
    if (!this.take(text)) throw this.unexpected();
  }

  /** An operand or several between the same operators. @param {() => boolean} operator takes it @param {() => Expression} operand @returns {Expression[]} */
  list(operator, operand) {
    const items = [operand()];
    while (operator()) items.push(operand());
    return items;
  }

  /** @param {"and" | "or"} word @param {() => Expression} operand @returns {Expression} */
  logic(word, operand) {
    const operator = () => {
      if (this.token?.kind !== "name" || this.token.text !== word) return false;
      this.next();
      return true;
    };
    const items = this.list(operator, operand);
    return items.length > 1 ? { kind: word, items } : /** @type {Expression} */ (items[0]);
  }

  /** @returns {Expression} */
  or() {
    return this.logic("or", () => this.logic("and", () => this.comparison()));
  }

  /** @returns {Expression} */
  comparison() {
    const left = this.union();
    for (const kind of /** @type {const} */ (["=", ">"])) {
      if (this.take(kind)) return { kind, left, right: this.union() };
    }
    return left;
  }

  /** @returns {Expression} */
  union() {
    const items = this.list(
      () => this.take("|"),
      () => this.path(),
    );
    return items.length > 1 ? { kind: "union", items } : /** @type {Expression} */ (items[0]);
  }

  /** @returns {Expression} */
  path() {
    if (this.token?.kind === "literal") return this.literals(false);
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

  /** @param {boolean} descendant @returns {Step | Literals} */
  step(descendant) {
    /** @type {StepTest} */
    let test;
    if (this.take(".")) test = { kind: "self" };
    else if (this.take("@")) test = { kind: "flag", name: this.name() };
    else if (this.take("(")) {
      // @ts-ignore the token has moved on
      if (this.token?.kind === "literal") return this.literals(true);
      test = { kind: "group", expression: this.or() };
      this.expect(")");
    } else {
      const name = this.name();
      test = this.take("(") ? this.call(name) : { kind: "child", name };
    }
    /** @type {Expression[]} */
    const predicates = [];
    while (this.take("[")) {
      predicates.push(this.or());
      this.expect("]");
    }
    return { descendant, test, predicates };
  }

  name() {
    if (this.token?.kind !== "name") throw this.unexpected();
    const { text } = this.token;
    this.next();
    return text;
  }

  /** After the opening bracket. @param {string} name @returns {Call} */
  call(name) {
    const count = FUNCTIONS.get(name);
    if (count === undefined) throw new Error(`Metapath "${this.text}": the function ${name} is not understood`);
    const list = this.list(
      () => this.take(","),
      () => this.or(),
    );
    this.expect(")");
    if (list.length !== count) throw new Error(`Metapath "${this.text}": ${name} takes ${count} arguments`);
    return { kind: "call", name, arguments: list };
  }

  /** One literal, or after an opening bracket a sequence of them. @param {boolean} sequence @returns {Literals} */
  literals(sequence) {
    /** @type {string[]} */
    const values = [];
    do {
      if (this.token?.kind !== "literal") throw this.unexpected();
      values.push(this.token.text);
      this.next();
    } while (sequence && this.take(","));
    if (sequence) this.expect(")");
    return { kind: "literals", values };
  }
}
