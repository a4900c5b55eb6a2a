import { formatPointer } from "../../source/pointer.js";

type OscalObject = Readonly<Record<string, unknown>>;

/** Where a walk through a document stands. */
export interface WalkPosition<Mark = never> {
  /** The JSON key under which the visited object stands, alone or in a list; "" for the root. */
  readonly key: string;
  /** JSON pointer to what is visited, with further segments behind it; made only when it is asked for. */
  pointer(...further: readonly (string | number)[]): string;
  /** The innermost object around the visited one that stands under the JSON key, alone or in a list. */
  around(key: string): OscalObject | undefined;
  /** The marks of those properties of the visited object that have one, in its order; good until the walk goes on. */
  readonly marked: readonly Mark[];
}

/** Gets every object, and the JSON key under which it stands. */
type Visit<Mark> = (owner: OscalObject, key: string, position: WalkPosition<Mark>) => void;

/** What a walk finds besides. */
interface WalkOptions<Mark> {
  /** Marks by property. The walk looks at every property anyhow, so that a visit need not look for some. */
  readonly marks?: ReadonlyMap<string, Mark>;
  /** Objects and arrays of the tree whose pointers are asked for. */
  readonly wanted?: ReadonlySet<object>;
}

/**
 * Visits every object of a tree in the order of the document, an owner before what it holds. Without recursion, since its nesting is
 * not ours to choose.
 * @param visit gets the object and the JSON key under which it stands, alone or in a list; "" for the root
 * @returns JSON pointers to those of the wanted objects and arrays that stand in the tree
 */
export function walkObjects<Mark = never>(
  root: unknown,
  visit: Visit<Mark>,
  options: WalkOptions<Mark> = {},
): ReadonlyMap<object, string> {
  return walk(root, visit, options);
}

/** JSON pointers to those of the objects and arrays that stand in a tree. */
export function pointersTo(wanted: ReadonlySet<object>, root: unknown): ReadonlyMap<object, string> {
  return walk(root, undefined, { wanted });
}

/**
 * Meets every object and array of a tree; where nobody visits them, until all that is wanted has been found. All in one loop and its
 * variables, lists side by side instead of one of objects: there are thousands of nodes, and to make an object or a call for each takes
 * longer than all else.
 */
function walk<Mark>(
  root: unknown,
  visit: Visit<Mark> | undefined,
  { marks, wanted = nothing }: WalkOptions<Mark>,
): ReadonlyMap<object, string> {
  const pointers = new Map<object, string>();
  if (typeof root !== "object" || root === null) return pointers;
  const isAnyWanted = wanted.size > 0;
  // The nodes still to be met, the next one last: nodes, the steps that lead to them from what holds them, and their depths.
  const nodes: object[] = [root];
  const steps: (string | number)[] = [""];
  const depths: number[] = [0];
  // The way to what was met last, by depth. Entries behind that depth are left over from before.
  const wayNodes: object[] = [];
  const waySteps: (string | number)[] = [];
  const wayKeys: string[] = [];
  let depth = 0;
  let marked: Mark[] = [];
  const position: WalkPosition<Mark> = {
    get key() {
      return wayKeys[depth] ?? "";
    },
    get marked() {
      return marked;
    },
    pointer: (...further) => formatPointer([...waySteps.slice(1, depth + 1), ...further]),
    around: (key) => {
      for (let above = depth - 1; above >= 0; above -= 1) {
        const node = wayNodes[above];
        if (wayKeys[above] === key && !Array.isArray(node)) return node as OscalObject;
      }
      return undefined;
    },
  };
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const step = steps.pop() ?? "";
    depth = depths.pop() ?? 0;
    wayNodes[depth] = node;
    waySteps[depth] = step;
    const key = typeof step === "string" ? step : (wayKeys[depth - 1] ?? "");
    wayKeys[depth] = key;
    if (isAnyWanted && wanted.has(node)) pointers.set(node, position.pointer());
    if (visit === undefined && pointers.size === wanted.size) break;
    const below = depth + 1;
    if (Array.isArray(node)) {
      for (let index = node.length - 1; index >= 0; index -= 1) {
        const entry: unknown = node[index];
        if (typeof entry !== "object" || entry === null) continue;
        nodes.push(entry);
        steps.push(index);
        depths.push(below);
      }
    } else {
      const first = nodes.length;
      let found = marked;
      if (found.length > 0) found = marked = [];
      // for...in makes no list of the properties, as Object.keys does; properties of a prototype are skipped.
      for (const property in node) {
        if (marks !== undefined) {
          const mark = marks.get(property);
          if (mark !== undefined && Object.hasOwn(node, property)) found.push(mark);
        }
        const value = (node as OscalObject)[property];
        if (typeof value !== "object" || value === null || !Object.hasOwn(node, property)) continue;
        nodes.push(value);
        steps.push(property);
        depths.push(below);
      }
      // Last in, first out: backwards. Most objects hold one other at most.
      for (let low = first, high = nodes.length - 1; low < high; low += 1, high -= 1) {
        exchange(nodes, low, high);
        exchange(steps, low, high);
      }
      visit?.(node as OscalObject, key, position);
    }
  }
  return pointers;
}

const nothing: ReadonlySet<object> = new Set();

function exchange(list: unknown[], left: number, right: number): void {
  const kept = list[left];
  list[left] = list[right];
  list[right] = kept;
}
