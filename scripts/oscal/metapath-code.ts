// Translates Metapath over the model into JavaScript over its JSON: names of elements become properties, groups become arrays.
// Every step knows the definition of the node that it stands on, so a step that nothing can match is found here.
import { Descents, isBare, usesOf } from "./model-steps.js";
import type { Expression, Step, Call, StepTest } from "./metapath.js";
import type { Model, FlagUse } from "./model.js";

/** The state of the translation: what is known of the node, and the JavaScript that reaches it. */
export interface Node {
  kind: "assembly" | "field" | "flag";
  /** Key in the model. */
  definition: string;
  /** Expression of the object or array that holds it. */
  container: string;
  /** Expression of its key therein. */
  key: string;
  /** Expression of the value. */
  value: string;
}

/** Code that does something with a node that is found. It is code, or undefined where nothing can match. */
type Body = string | undefined;

/** Statements that emit nodes, or an expression that asks for them. */
interface Form {
  many: (value: string, array: string, entry: string, index: string, guard: string, body: string) => string;
  one: (value: string, name: string, guard: string, body: string) => string;
  when: (condition: string, body: string) => string;
  either: (bodies: string[]) => string;
}

const STATEMENTS: Form = {
  // Most groups are missing: that is tested before anything is called.
  many: (value, array, entry, index, guard, body) =>
    `{const ${array}=${value};if(${array}!==undefined&&Array.isArray(${array}))for(let ${index}=0;${index}<${array}.length;${index}++){const ${entry}=${array}[${index}];if(${guard}){${body}}}}`,
  one: (value, name, guard, body) => `{const ${name}=${value};if(${guard}){${body}}}`,
  when: (condition, body) => `if(${condition}){${body}}`,
  either: (bodies) => bodies.join(""),
};

const CONDITION: Form = {
  many: (value, _array, entry, index, guard, body) => `entries(${value}).some((${entry},${index})=>${guard}&&${body})`,
  one: (value, name, guard, body) => `((${name})=>${guard}&&${body})(${value})`,
  when: (condition, body) => `(${condition}&&${body})`,
  either: (bodies) => (bodies.length === 1 ? (bodies[0] ?? "") : `(${bodies.join("||")})`),
};

/** The namespace of a prop or part that names none. */
const OSCAL = "http://csrc.nist.gov/ns/oscal";

/** A function whose value needs another document. */
const NOT_EVALUATED = "doc";

/** Translates the expressions of one model; collects the ways that descendant steps take. */
export class MetapathCode {
  readonly descents: Descents;
  /** Why branches of an expression were left out: nothing can match, or another document is needed. */
  left: ("never" | "document")[] = [];
  /** Numbers of functions and lists that are used in several places, by their code. */
  readonly shared: Map<string, number> = new Map<string, number>();
  readonly #model: Model;
  #names = 0;
  /** Definition below which the same constraint begins anew, so that nothing need be sought there twice. */
  #anew = "";

  /** @param numbers of assemblies and fields */
  constructor(model: Model, numbers: ReadonlyMap<string, number>) {
    this.#model = model;
    this.descents = new Descents(model, numbers);
  }

  /**
   * Statements that do something with each node that an expression selects.
   * @param repeatable whether the same may be done again for a node that another context has met
   * @returns undefined where nothing can be selected
   */
  each(expression: Expression, from: Node, then: (node: Node) => Body, repeatable = false): Body {
    this.#anew = repeatable ? from.definition : "";
    return this.nodes(expression, from, STATEMENTS, then);
  }

  /** An expression that is true where one of the nodes that are selected passes. */
  some(expression: Expression, from: Node, then: (node: Node) => Body): Body {
    return this.nodes(expression, from, CONDITION, then);
  }

  /**
   * The effective boolean value of an expression.
   * @returns undefined where it is always false
   */
  condition(expression: Expression, node: Node): Body {
    switch (expression.kind) {
      case "and": {
        const items = expression.items.map((item) => this.condition(item, node));
        const always = items.filter((item) => item !== "true");
        return items.includes(undefined) ? undefined : always.length === 0 ? "true" : `(${always.join("&&")})`;
      }
      case "or": {
        const items = expression.items.map((item) => this.condition(item, node)).filter((item) => item !== undefined);
        return items.length === 0 ? undefined : items.includes("true") ? "true" : `(${items.join("||")})`;
      }
      case "=": {
        const { left, right } = expression;
        if (right.kind !== "literals") throw new Error("= is understood with literals only");
        return this.some(left, node, (found) => {
          const value = this.atom(found);
          if (this.typeOf(found) !== "string") throw new Error(`${found.definition} is not a text to compare with =`);
          return `(${right.values.map((literal) => `${value}===${JSON.stringify(literal)}`).join("||")})`;
        });
      }
      case ">":
        return this.some(expression.left, node, (left) =>
          this.some(expression.right, node, (right) => {
            for (const side of [left, right]) {
              if (!["integer", "number"].includes(this.typeOf(side))) {
                throw new Error(`${side.definition} is not a number to compare with >`);
              }
            }
            return `isGreater(${this.atom(left)},${this.atom(right)})`;
          }),
        );
      case "call":
        return this.call(expression, node);
      case "literals":
        throw new Error("A literal is not a condition");
      default:
        return this.some(expression, node, () => "true");
    }
  }

  call({ name, arguments: list }: Call, node: Node): Body {
    const [first, second] = list;
    if (first === undefined) throw new Error(`${name} needs an argument`);
    switch (name) {
      case "not": {
        const condition = this.condition(first, node);
        return condition === undefined ? "true" : condition === "true" ? undefined : `!${condition}`;
      }
      case "exists":
        return this.some(first, node, () => "true");
      case "starts-with": {
        if (second?.kind !== "literals" || second.values[0] === undefined) throw new Error(`${name} needs a literal`);
        const start = JSON.stringify(second.values[0]);
        return this.some(first, node, (found) => `startsWith(${this.atom(found)},${start})`);
      }
      case "has-oscal-namespace": {
        const literals = inBrackets(first);
        if (literals.kind !== "literals") throw new Error(`${name} needs literals`);
        const flags = this.definition(node).flags ?? [];
        // A node without a flag ns is in OSCAL's own namespace.
        if (!flags.some(({ name: flag }) => flag === "ns")) return literals.values.includes(OSCAL) ? "true" : undefined;
        const own = literals.values.includes(OSCAL) ? [`${node.value}.ns===undefined`] : [];
        const named = literals.values.map((each) => `${node.value}.ns===${this.share(JSON.stringify(each))}`);
        return `(${[...own, ...named].join("||")})`;
      }
      default:
        throw new Error(`The function ${name} is not a condition`);
    }
  }

  nodes(expression: Expression, from: Node, form: Form, then: (node: Node) => Body): Body {
    if (expression.kind === "union") {
      const bodies = expression.items
        .map((item) => {
          const before = this.left.length;
          const body = this.nodes(item, from, form, then);
          if (body === undefined && this.left.length === before) this.left.push("never");
          return body;
        })
        .filter((body) => body !== undefined);
      return bodies.length === 0 ? undefined : form.either(bodies);
    }
    if (expression.kind !== "path") throw new Error(`A path was expected, not ${expression.kind}`);
    if (expression.absolute && !Object.values(this.#model.roots).includes(from.definition)) {
      throw new Error(`${from.definition}: // begins at the document, which only a root definition stands for`);
    }
    return this.steps(expression.steps, from, form, then);
  }

  steps(steps: Step[], from: Node, form: Form, then: (node: Node) => Body): Body {
    const [step, ...rest] = steps;
    if (step === undefined) return then(from);
    const after = (node: Node): Body => {
      const conditions = step.predicates.map((predicate) => this.condition(predicate, node));
      if (conditions.includes(undefined)) return undefined;
      const body = this.steps(rest, node, form, then);
      const [condition, ...more] = conditions.filter((each) => each !== "true");
      if (more.length > 0) throw new Error("More than one predicate of a step is not understood");
      return body === undefined || condition === undefined ? body : form.when(condition, body);
    };
    if (step.descendant) return this.descendants(step, from, form, after);
    switch (step.test.kind) {
      case "self":
        return after(from);
      case "flag":
        return this.flag(step.test.name, from, form, after);
      case "child":
        return this.child(step.test.name, from, form, after);
      case "group":
        return this.nodes(step.test.expression, from, form, after);
      case "call":
        if (step.test.name !== NOT_EVALUATED) throw new Error(`The function ${step.test.name} begins no path`);
        this.left.push("document");
        return undefined;
    }
  }

  flag(name: string, from: Node, form: Form, then: (node: Node) => Body): Body {
    if (from.kind === "flag") return undefined;
    const use = this.definition(from).flags?.find((flag) => flag.name === name);
    if (use === undefined) return undefined;
    const value = `${from.value}${property(name)}`;
    const key = JSON.stringify(name);
    const body = then({ kind: "flag", definition: use.flag, container: from.value, key, value });
    if (body === undefined) return undefined;
    if (body === "true") return `isScalar(${value})`;
    const guarded = body.startsWith(`(${value}===`) || body.startsWith(`startsWith(${value},`);
    return guarded ? body : form.when(`isScalar(${value})`, body);
  }

  child(name: string, from: Node, form: Form, then: (node: Node) => Body): Body {
    if (from.kind !== "assembly") return undefined;
    const use = usesOf(this.#model, from.definition).find((each) => each.name === name);
    if (use === undefined) return undefined;
    if (use.json !== undefined) throw new Error(`${name}: a group that may be a single value is not understood`);
    const kind = use.assembly === undefined ? "field" : "assembly";
    const definition = use.assembly ?? use.field ?? "";
    const at = `${from.value}${property(use.group ?? use.name)}`;
    const value = this.name("n");
    const guard = isBare(this.#model, kind, definition) ? `isScalar(${value})` : `isObject(${value})`;
    if (use.group === undefined) {
      const body = then({ kind, definition, container: from.value, key: JSON.stringify(name), value });
      return body === undefined ? undefined : form.one(at, value, guard, body);
    }
    const [index, array] = [this.name("i"), this.name("c")];
    const body = then({ kind, definition, container: array, key: index, value });
    return body === undefined ? undefined : form.many(at, array, value, index, guard, body);
  }

  descendants({ test }: Step, from: Node, form: Form, then: (node: Node) => Body): Body {
    if (form !== STATEMENTS) throw new Error("// is not understood in a condition");
    if (from.kind !== "assembly") return undefined;
    const names = namesOf(test);
    const { table, start, mask, definitions } = this.descents.from(from.definition, names, this.#anew);
    const [found, container, key, value] = [this.name("i"), this.name("c"), this.name("k"), this.name("n")];
    const bodies = [...definitions].map(([definition, kind]) => then({ kind, definition, container, key, value }));
    const [body] = bodies;
    if (bodies.some((other) => other !== body)) throw new Error("// leads to definitions that differ in what follows");
    if (body === undefined) return undefined;
    if (body === `found(${container},${key});`)
      return `eachBelow(w${String(table)},${String(start)},${from.value},${String(mask)},found);`;
    const node = `const ${container}=a[${found}],${key}=a[${found}+1],${value}=${container}[${key}];`;
    const list = `below(w${String(table)},${String(start)},${from.value})`;
    return `for(let a=${list},${found}=0;${found}<a.length;${found}+=3)if(a[${found}+2]&${String(mask)}){${node}${body}}`;
  }

  /** Expression of the value of a node. */
  atom(node: Node): string {
    return this.valueNode(node).value;
  }

  /** The node that holds the value: a field with flags has its value in a property of its own. */
  valueNode(node: Node): Node {
    if (node.kind === "assembly") throw new Error(`${node.definition} has no value`);
    if (node.kind === "flag" || isBare(this.#model, node.kind, node.definition)) return node;
    const name = this.#model.fields[node.definition]?.valueKey ?? "";
    return { ...node, container: node.value, key: JSON.stringify(name), value: `${node.value}${property(name)}` };
  }

  /** Type of the value in JSON. */
  typeOf(node: Node): string {
    const definition = node.kind === "flag" ? this.#model.flags[node.definition] : this.#model.fields[node.definition];
    return this.#model.datatypes[definition?.type ?? ""]?.type ?? "";
  }

  definition({ kind, definition }: Node): { flags?: FlagUse[] } {
    return (kind === "assembly" ? this.#model.assemblies[definition] : this.#model.fields[definition]) ?? {};
  }

  /** One constant for what is the same. */
  share(text: string): string {
    const number = this.shared.get(text) ?? this.shared.size;
    this.shared.set(text, number);
    return `s${String(number)}`;
  }

  name(letter: string): string {
    this.#names += 1;
    return `${letter}${String(this.#names)}`;
  }
}

/** @returns names of the elements that a descendant step asks for */
function namesOf(test: StepTest): string[] {
  if (test.kind === "child") return [test.name];
  const { expression } = test.kind === "group" ? test : { expression: undefined };
  const items = expression?.kind === "union" ? expression.items : [];
  return items.map((item) => {
    const [step, ...more] = item.kind === "path" ? item.steps : [];
    const simple = more.length === 0 && step?.predicates.length === 0 && !step.descendant;
    if (!simple || step.test.kind !== "child") throw new Error("After // names of elements are understood only");
    return step.test.name;
  });
}

/** @returns without brackets around it */
function inBrackets(expression: Expression): Expression {
  const step = expression.kind === "path" && expression.steps.length === 1 ? expression.steps[0] : undefined;
  return step?.test.kind === "group" && step.predicates.length === 0 ? inBrackets(step.test.expression) : expression;
}

/** Whether an expression may select a node twice. */
export function mayRepeat(expression: Expression): boolean {
  return (
    expression.kind === "union" ||
    (expression.kind === "path" && expression.steps.filter(({ descendant }) => descendant).length > 1)
  );
}

function property(name: string): string {
  return /^[a-z]\w*$/i.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
