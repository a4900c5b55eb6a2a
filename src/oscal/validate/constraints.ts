import { isObject } from "../../foundation/json-value.js";
import { ConstraintChecks } from "./constraints/checks.js";
import { containersOf, Places, type Breach } from "./constraints/breach.js";
import { pointersTo } from "../model/walk-objects.js";
import type { CheckedDefinition, Container, NotEvaluated } from "./constraints/compiled-constraint.js";
import { inPointerOrder, type OscalProblem } from "./problem.js";

/**
 * Checks a document against the constraints of OSCAL's metaschema (1.2.2), which its schema does not hold: allowed values of names and
 * values, indexes and references into them, uniqueness, forms, expectations and numbers of things. A constraint counts for every node
 * of the definition that declares it. The compiled constraints are one module, loaded at the first call.
 *
 * Ids in `origin` are those of the metaschema. A constraint that has none there is called after its definition, kind and place, such as
 * `mapping-common:map/relationship:allowed-values-1`.
 * @param document parsed JSON or YAML, a tree. Parts that are not valid by the schema are skipped: `validateOscal` reports them.
 * @returns what is wrong, sorted by pointer, one problem for a cause. Nothing is thrown for any JSON value.
 */
export async function checkConstraints(document: unknown): Promise<OscalProblem[]> {
  const { containers, problems } = await findBreaches(document);
  return problems(pointersTo(containers, document));
}

/** What breaks the constraints in a document, before anybody knows where it stands. */
export interface FoundBreaches {
  /** The objects and arrays whose places the words need. */
  readonly containers: ReadonlySet<object>;
  /**
   * @param pointers to the containers
   * @returns what `checkConstraints` returns
   */
  readonly problems: (pointers: ReadonlyMap<object, string>) => OscalProblem[];
}

/** Checks as `checkConstraints` does, and leaves it to the caller to find out where things stand: he may walk the document anyhow. */
export async function findBreaches(document: unknown): Promise<FoundBreaches> {
  const { definitions, forget, groups, roots } = await import("./generated/constraints.js");
  if (!isObject(document)) return noBreaches;
  const root = Object.keys(document).find((key) => Object.hasOwn(roots, key));
  const definition = root === undefined ? undefined : roots[root];
  if (root === undefined || definition === undefined) return noBreaches;
  const breaches = breachesOf(document, root, definition, definitions);
  forget();
  if (breaches.length === 0) return noBreaches;
  return {
    containers: containersOf(breaches),
    problems: (pointers) => {
      const places = new Places(pointers, groups);
      return inPointerOrder(oneForEachNode(breaches.map((breach) => problemOf(breach, places))));
    },
  };
}

const noBreaches: FoundBreaches = { containers: new Set(), problems: () => [] };

/** Constraints that `checkConstraints` leaves out, at least in part: they read other documents. */
export async function constraintsNotEvaluated(): Promise<readonly NotEvaluated[]> {
  return (await import("./generated/constraints.js")).notEvaluated;
}

/** Walks the document by its definitions and asks each what it checks. Without recursion: the nesting is the document's. */
function breachesOf(
  document: Container,
  root: string,
  definition: number,
  definitions: Readonly<Record<number, CheckedDefinition>>,
): Breach[] {
  const checks = new ConstraintChecks();
  // Three lists instead of one of triples: a catalog has thousands of nodes.
  const containers: Container[] = [document];
  const keys: (string | number)[] = [root];
  const kinds: number[] = [definition];
  for (let container = containers.pop(); container !== undefined; container = containers.pop()) {
    const key = keys.pop() ?? "";
    const number = kinds.pop() ?? -1;
    const row = definitions[number];
    if (row === undefined || !checks.visit(number, row, container, key) || row.below === undefined) continue;
    const owner = container[key] as Container;
    // Last in, first out: backwards, so that everything is met in the order of the model.
    for (let index = row.below.length - 1; index >= 0; index -= 1) {
      const way = row.below[index];
      const content = way === undefined ? undefined : owner[way[0]];
      if (way === undefined || content === undefined) continue;
      if (Array.isArray(content) && way[1] > 0) {
        const list = content as unknown as Container;
        const leaf = definitions[way[2]];
        if (leaf !== undefined && leaf.below === undefined) {
          // Most nodes (props, links) lead no further: to keep them for their turn would take longer than to check them.
          for (let entry = 0; entry < content.length; entry += 1) checks.visit(way[2], leaf, list, entry);
          continue;
        }
        for (let entry = content.length - 1; entry >= 0; entry -= 1) {
          containers.push(list);
          keys.push(entry);
          kinds.push(way[2]);
        }
      } else if (way[1] !== 1) {
        containers.push(owner);
        keys.push(way[0]);
        kinds.push(way[2]);
      }
    }
  }
  return checks.breaches();
}

function problemOf({ code, constraint, at, words }: Breach, places: Places): OscalProblem {
  const { type, id, severity = "error" } = constraint;
  return { pointer: places.pointer(at), code, severity, origin: { kind: "constraint", type, id }, ...words(places) };
}

/**
 * One problem where several constraints say the same of a node: errors before warnings, then the first. A deprecation is not
 * worth reporting of a value that is wrong.
 */
function oneForEachNode(problems: readonly OscalProblem[]): OscalProblem[] {
  const kept = new Map<string, OscalProblem>();
  const wrong = new Set<string>();
  for (const problem of problems) {
    const { pointer, code, severity, origin } = problem;
    // Expectations of one node differ; all else says the same in other words.
    const isExpectation = code === "oscal-expect" || code === "oscal-cardinality";
    const key = `${pointer} ${code} ${(isExpectation && origin.kind === "constraint" && origin.id) || ""}`;
    const before = kept.get(key);
    if (before === undefined || (before.severity !== "error" && severity === "error")) kept.set(key, problem);
    if (code !== "oscal-deprecated-value") wrong.add(pointer);
  }
  return [...kept.values()].filter(({ pointer, code }) => code !== "oscal-deprecated-value" || !wrong.has(pointer));
}
