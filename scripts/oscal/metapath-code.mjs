// @ts-check
// Translates Metapath over the model into JavaScript over its JSON: names of elements become properties, groups become arrays.
// Every step knows the definition of the node that it stands on, so a step that nothing can match is found here.
import { Descents, isBare, usesOf } from "./model-steps.mjs";

/**
 * @typedef {import("./metapath.mjs").Expression} Expression
 * @typedef {import("./metapath.mjs").Step} Step
 * @typedef {import("./model.mjs").Model} Model
 *
 * @typedef {object} Node where the translation stands: what is known of the node, and the JavaScript that reaches it
 * @property {"assembly" | "field" | "flag"} kind
 * @property {string} definition key in the model
 * @property {string} container expression of the object or array that holds it
 * @property {string} key expression of its key therein
 * @property {string} value expression of the value
 */

/** What the code does with what it finds. A body is code, or undefined where nothing can match. @typedef {string | undefined} Body */

/**
 * @typedef {object} Form statements that emit nodes, or an expression that asks for them
 * @property {(value: string, array: string, entry: string, index: string, guard: string, body: string) => string} many
 * @property {(value: string, name: string, guard: string, body: string) => string} one
 * @property {(condition: string, body: string) => string} when
 * @property {(bodies: string[]) => string} either
 */

/** @type {Form} */
const STATEMENTS = {
  // Most groups are missing: that is told before anything is called.
  many: (value, array, entry, index, guard, body) =>
    `{const ${array}=${value};if(${array}!==undefined&&Array.isArray(${array}))for(let ${index}=0;${index}<${array}.length;${index}++){const ${entry}=${array}[${index}];if(${guard}){${body}}}}`,
  one: (value, name, guard, body) => `{const ${name}=${value};if(${guard}){${body}}}`,
  when: (condition, body) => `if(${condition}){${body}}`,
  either: (bodies) => bodies.join(""),
};

/** @type {Form} */
const CONDITION = {
  many: (value, _array, entry, index, guard, body) => `entries(${value}).some((${entry},${index})=>${guard}&&${body})`,
  one: (value, name, guard, body) => `((${name})=>${guard}&&${body})(${value})`,
  when: (condition, body) => `(${condition}&&${body})`,
  either: (bodies) => (bodies.length === 1 ? (bodies[0] ?? "") : `(${bodies.join("||")})`),
};

/** The namespace of a prop or part that names none. */
const OSCAL = "http://csrc.nist.gov/ns/oscal";

/** A function whose value needs another document. */
export const NOT_EVALUATED = "doc";

/** Translates the expressions of one model; collects the ways that descendant steps take. */
export class MetapathCode {
  /** @param {Model} model @param {Map<string, number>} numbers of assemblies and fields */
  constructor(model, numbers) {
    this.model = model;
    this.descents = new Descents(model, numbers);
    /** Why branches of an expression were left out: nothing can match, or another document is needed. @type {("never" | "document")[]} */
    this.left = [];
    this.names = 0;
    /** Code of functions and lists that are used in several places, by number. @type {Map<string, number>} */
    this.shared = new Map();
    /** Definition below which the same constraint begins anew, so that nothing need be sought there twice. */
    this.anew = "";
  }

  /**
   * Statements that do something with each node that an expression selects.
   * @param {Expression} expression
   * @param {Node} from
   * @param {(node: Node) => Body} then
   * @param {boolean} [repeatable] whether the same may be done again for a node that another context has met
   * @returns {Body} undefined where nothing can be selected
   */
  each(expression, from, then, repeatable = false) {
    this.anew = repeatable ? from.definition : "";
    return this.nodes(expression, from, STATEMENTS, then);
  }

  /** An expression that is true where one of the nodes that are selected passes. @param {Expression} expression @param {Node} from @param {(node: Node) => Body} then @returns {Body} */
  some(expression, from, then) {
    return this.nodes(expression, from, CONDITION, then);
  }

  /**
   * The effective boolean value of an expression.
   * @param {Expression} expression @param {Node} node @returns {Body} undefined where it is always false
   */
  condition(expression, node) {
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
          if (this.typeOf(found) !== "string") throw new Error(`${found.definition} is no text to compare with =`);
          return `(${right.values.map((literal) => `${value}===${JSON.stringify(literal)}`).join("||")})`;
        });
      }
      case ">":
        return this.some(expression.left, node, (left) =>
          this.some(expression.right, node, (right) => {
            for (const side of [left, right]) {
              if (!["integer", "number"].includes(this.typeOf(side))) {
                throw new Error(`${side.definition} is no number to compare with >`);
              }
            }
            return `isGreater(${this.atom(left)},${this.atom(right)})`;
          }),
        );
      case "call":
        return this.call(expression, node);
      case "literals":
        throw new Error("A literal is no condition");
      default:
        return this.some(expression, node, () => "true");
    }
  }

  /** @param {import("./metapath.mjs").Call} call @param {Node} node @returns {Body} */
  call({ name, arguments: list }, node) {
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
        // What has no flag ns is in OSCAL's own namespace.
        if (!flags.some(({ name: flag }) => flag === "ns")) return literals.values.includes(OSCAL) ? "true" : undefined;
        const own = literals.values.includes(OSCAL) ? [`${node.value}.ns===undefined`] : [];
        const named = literals.values.map((each) => `${node.value}.ns===${this.share(JSON.stringify(each))}`);
        return `(${[...own, ...named].join("||")})`;
      }
      default:
        throw new Error(`The function ${name} is no condition`);
    }
  }

  /** @param {Expression} expression @param {Node} from @param {Form} form @param {(node: Node) => Body} then @returns {Body} */
  nodes(expression, from, form, then) {
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
    if (expression.absolute && !Object.values(this.model.roots).includes(from.definition)) {
      throw new Error(`${from.definition}: // begins at the document, which only a root definition stands for`);
    }
    return this.steps(expression.steps, from, form, then);
  }

  /** @param {Step[]} steps @param {Node} from @param {Form} form @param {(node: Node) => Body} then @returns {Body} */
  steps(steps, from, form, then) {
    const [step, ...rest] = steps;
    if (step === undefined) return then(from);
    /** @param {Node} node @returns {Body} */
    const after = (node) => {
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

  /** @param {string} name @param {Node} from @param {Form} form @param {(node: Node) => Body} then @returns {Body} */
  flag(name, from, form, then) {
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

  /** @param {string} name @param {Node} from @param {Form} form @param {(node: Node) => Body} then @returns {Body} */
  child(name, from, form, then) {
    if (from.kind !== "assembly") return undefined;
    const use = usesOf(this.model, from.definition).find((each) => each.name === name);
    if (use === undefined) return undefined;
    if (use.json !== undefined) throw new Error(`${name}: a group that may be a single value is not understood`);
    const kind = use.assembly === undefined ? "field" : "assembly";
    const definition = use.assembly ?? use.field ?? "";
    const at = `${from.value}${property(use.group ?? use.name)}`;
    const value = this.name("n");
    const guard = isBare(this.model, kind, definition) ? `isScalar(${value})` : `isObject(${value})`;
    if (use.group === undefined) {
      const body = then({ kind, definition, container: from.value, key: JSON.stringify(name), value });
      return body === undefined ? undefined : form.one(at, value, guard, body);
    }
    const [index, array] = [this.name("i"), this.name("c")];
    const body = then({ kind, definition, container: array, key: index, value });
    return body === undefined ? undefined : form.many(at, array, value, index, guard, body);
  }

  /** @param {Step} step @param {Node} from @param {Form} form @param {(node: Node) => Body} then @returns {Body} */
  descendants({ test }, from, form, then) {
    if (form !== STATEMENTS) throw new Error("// is not understood in a condition");
    if (from.kind !== "assembly") return undefined;
    const names = namesOf(test);
    const { table, start, mask, definitions } = this.descents.from(from.definition, names, this.anew);
    const [found, container, key, value] = [this.name("i"), this.name("c"), this.name("k"), this.name("n")];
    const bodies = [...definitions].map(([definition, kind]) => then({ kind, definition, container, key, value }));
    const [body] = bodies;
    if (bodies.some((other) => other !== body)) throw new Error("// leads to definitions that differ in what follows");
    if (body === undefined) return undefined;
    if (body === `found(${container},${key});`) return `eachBelow(w${table},${start},${from.value},${mask},found);`;
    const node = `const ${container}=a[${found}],${key}=a[${found}+1],${value}=${container}[${key}];`;
    return `for(let a=below(w${table},${start},${from.value}),${found}=0;${found}<a.length;${found}+=3)if(a[${found}+2]&${mask}){${node}${body}}`;
  }

  /** What a node is worth as a value. @param {Node} node */
  atom(node) {
    return this.valueNode(node).value;
  }

  /** Where the value of a node stands: of a field with flags that is a property of its own. @param {Node} node @returns {Node} */
  valueNode(node) {
    if (node.kind === "assembly") throw new Error(`${node.definition} has no value`);
    if (node.kind === "flag" || isBare(this.model, node.kind, node.definition)) return node;
    const name = this.model.fields[node.definition]?.valueKey ?? "";
    return { ...node, container: node.value, key: JSON.stringify(name), value: `${node.value}${property(name)}` };
  }

  /** Type of the value in JSON. @param {Node} node */
  typeOf(node) {
    const definition = node.kind === "flag" ? this.model.flags[node.definition] : this.model.fields[node.definition];
    return this.model.datatypes[definition?.type ?? ""]?.type ?? "";
  }

  /** @param {Node} node @returns {{ flags?: import("./model.mjs").FlagUse[] }} */
  definition({ kind, definition }) {
    return (kind === "assembly" ? this.model.assemblies[definition] : this.model.fields[definition]) ?? {};
  }

  /** One constant for what is the same. @param {string} text */
  share(text) {
    const number = this.shared.get(text) ?? this.shared.size;
    this.shared.set(text, number);
    return `s${number}`;
  }

  /** @param {string} letter */
  name(letter) {
    this.names += 1;
    return `${letter}${this.names}`;
  }
}

/** @param {import("./metapath.mjs").StepTest} test @returns {string[]} names of the elements that a descendant step asks for */
function namesOf(test) {
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

/** @param {Expression} expression @returns {Expression} without brackets around it */
function inBrackets(expression) {
  const step = expression.kind === "path" && expression.steps.length === 1 ? expression.steps[0] : undefined;
  return step?.test.kind === "group" && step.predicates.length === 0 ? inBrackets(step.test.expression) : expression;
}

/** Whether an expression may select a node twice. @param {Expression} expression @returns {boolean} */
export function mayRepeat(expression) {
  return (
    expression.kind === "union" ||
    (expression.kind === "path" && expression.steps.filter(({ descendant }) => descendant).length > 1)
  );
}

/** @param {string} name */
function property(name) {
  return /^[a-z]\w*$/i.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
