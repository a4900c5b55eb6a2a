// One constraint of the model as an object in JavaScript: the functions that select its nodes and read their keys, and what it
// asks of them.
import type { NotEvaluated } from "../../src/oscal/validate/constraints/compiled-constraint.js";
import { mayRepeat, type Node, type MetapathCode } from "./metapath-code.js";
import { parseMetapath, type Expression } from "./metapath.js";
import type { Constraint } from "./constraints.js";
import type { Model } from "./model.js";

export interface WrittenConstraint {
  id: string;
  /** Whether it can restrict nothing; known when all constraints are written. */
  isIdle: () => boolean;
  /** The object, without its closing bracket. */
  code: string;
}

const SELF = parseMetapath(".");

/** Kinds whose targets are values; the others look at the node that holds them. */
const VALUE_KINDS = ["allowed-values", "matches"];

/** Severity by level. */
const SEVERITY = new Map([
  [undefined, "error"],
  ["ERROR", "error"],
  ["WARNING", "warning"],
]);

/**
 * The id of a constraint. One without is called after its definition, its kind and its place among those of that kind there.
 * @param definition key
 * @param constraints of the definition
 */
export function constraintId(definition: string, constraints: readonly Constraint[], constraint: Constraint): string {
  if (constraint.id !== undefined) return constraint.id;
  const place = constraints.filter(({ kind }) => kind === constraint.kind).indexOf(constraint) + 1;
  return `${definition}:${constraint.kind}-${String(place)}`;
}

export class ConstraintCode {
  /** Ids of constraints whose target nothing can match. */
  readonly neverMatching: string[] = [];
  readonly notEvaluated: NotEvaluated[] = [];
  readonly #model: Model;
  readonly #paths: MetapathCode;
  /** Definitions of values for which some constraint closes the list or calls a value deprecated. */
  readonly #restricted = new Set<string>();

  constructor(model: Model, paths: MetapathCode) {
    this.#model = model;
    this.#paths = paths;
  }

  /** @returns undefined where nothing can match the target */
  write(
    kind: Node["kind"],
    definition: string,
    constraints: readonly Constraint[],
    constraint: Constraint,
  ): WrittenConstraint | undefined {
    const id = constraintId(definition, constraints, constraint);
    const severity = SEVERITY.get(constraint.level);
    if (severity === undefined) throw new Error(`${id}: the level ${String(constraint.level)} is not understood`);
    const target = constraint.target === undefined ? SELF : parseMetapath(constraint.target);
    const isValue = VALUE_KINDS.includes(constraint.kind);
    const targets = new Map<string, Node>();
    this.#paths.left = [];
    const emit = (node: Node): string => {
      const at = isValue ? this.#paths.valueNode(node) : node;
      const put = `found(${at.container},${at.key})`;
      targets.set(node.definition, { ...node, container: "c", key: "k", value: "o" });
      // The value of a field with flags is a property that may be missing.
      return at === node ? `${put};` : `if(isScalar(${at.value}))${put};`;
    };
    const from: Node = { kind, definition, container: "c", key: "k", value: "o" };
    const body = this.#paths.each(target, from, emit, constraint.kind === "allowed-values");
    for (const reason of this.#paths.left) {
      if (reason === "never") throw new Error(`${id}: a part of ${String(constraint.target)} can never match`);
      const words = "It reads another document (doc), which a check of one document does not have.";
      this.notEvaluated.push({ constraint: id, expression: constraint.target ?? ".", reason: words });
    }
    if (body === undefined) {
      this.neverMatching.push(id);
      return undefined;
    }
    const parts = [`type:${JSON.stringify(constraint.kind)}`, `id:${JSON.stringify(id)}`];
    if (severity !== "error") parts.push(`severity:${JSON.stringify(severity)}`);
    parts.push(`target:${this.#paths.share(`(c,k,o,found)=>{${this.renamed(body)}}`)}`);
    if (mayRepeat(target) && !isValue) parts.push("once:1");
    parts.push(...this.details(id, constraint, [...targets.values()]));
    const isList = constraint.kind === "allowed-values";
    const onlySuggests = isList && constraint.allowOther && !constraint.deprecated;
    if (isList && !onlySuggests) for (const value of targets.keys()) this.#restricted.add(value);
    const isIdle = (): boolean =>
      onlySuggests === true && ![...targets.keys()].some((value) => this.#restricted.has(value));
    return { id, isIdle, code: `{${parts.join(",")}` };
  }

  /** The properties that a kind has beside its target. */
  details(id: string, constraint: Constraint, targets: Node[]): string[] {
    const forAll = (translate: (node: Node) => string): string => {
      const codes = new Set(targets.map(translate));
      if (codes.size !== 1) throw new Error(`${id}: the targets differ in what is asked of them`);
      return [...codes].join("");
    };
    const { values = [], deprecated = [], allowOther, test, key = [], index, regex, datatype, min, max } = constraint;
    const parts: string[] = [];
    if (values.length > 0) parts.push(`values:${this.#paths.share(JSON.stringify(values))}`);
    if (deprecated.length > 0) parts.push(`deprecated:${JSON.stringify(deprecated)}`);
    if (allowOther) parts.push("open:1");
    if (test !== undefined) {
      const condition = forAll((node) => this.#paths.condition(parseMetapath(test), node) ?? "false");
      if (condition === "false") throw new Error(`${id}: ${test} is never true`);
      parts.push(`test:${this.#paths.share(`(c,k,o)=>${this.renamed(condition)}`)}`);
    }
    if (index !== undefined) parts.push(`index:${JSON.stringify(index)}`);
    if (key.length > 0) {
      const fields = key.map(({ target, pattern }) => {
        const path = parseMetapath(target);
        const code = forAll((node) => {
          const emit = (found: Node): string => {
            const at = this.#paths.valueNode(found);
            const put = `found(${at.container},${at.key});`;
            return found.kind === "flag" ? put : `if(isScalar(${at.value}))${put}`;
          };
          return this.#paths.each(path, node, emit) ?? "";
        });
        if (code === "") throw new Error(`${id}: the key field ${target} is nowhere`);
        const flag = flagOf(path);
        const value =
          flag === undefined
            ? `at:${this.#paths.share(`(c,k,o,found)=>{${this.renamed(code)}}`)}`
            : `flag:${JSON.stringify(flag)}`;
        return `{${value}${pattern === undefined ? "" : `,pattern:${whole(pattern)}`}}`;
      });
      parts.push(`key:[${fields.join(",")}]`);
    }
    if (regex !== undefined) parts.push(`regex:${whole(regex)}`);
    if (datatype !== undefined) {
      parts.push(`datatype:${JSON.stringify(datatype)}`);
      const { pattern } = this.#model.datatypes[datatype] ?? {};
      if (pattern !== undefined) parts.push(`regex:${whole(pattern)}`);
    }
    if (min !== undefined) parts.push(`min:${String(min)}`);
    if (max !== undefined) parts.push(`max:${String(max)}`);
    return parts;
  }

  /** Numbers the variables of a function from 1, so that the same function has the same text. */
  renamed(code: string): string {
    const names = new Map<string, string>();
    // A variable is a letter and a number; inside a literal nothing looks like it and stands without quotes.
    return code.replaceAll(/"(?:[^"\\]|\\.)*"|\b([cikn])\d+\b/g, (text, letter: string | undefined) => {
      if (letter === undefined) return text;
      const name = names.get(text) ?? `${letter}${String(names.size + 1)}`;
      names.set(text, name);
      return name;
    });
  }
}

/** The flag that a path names and nothing else. */
function flagOf(path: Expression): string | undefined {
  const [step, ...more] = path.kind === "path" ? path.steps : [];
  const alone = more.length === 0 && step?.predicates.length === 0 && !step.descendant;
  return alone && step.test.kind === "flag" ? step.test.name : undefined;
}

/** A regular expression that has to match the whole value. */
function whole(pattern: string): string {
  return String(new RegExp(`^(?:${pattern})$`, "u"));
}
