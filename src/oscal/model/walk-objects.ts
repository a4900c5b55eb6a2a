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
  visit: (owner: OscalObject, key: string, position: WalkPosition<Mark>) => void,
  { marks, wanted }: WalkOptions<Mark> = {},
): ReadonlyMap<object, string> {
  const pointers = new Map<object, string>();
  const walk = new Walk(root, marks);
  const isAnyWanted = wanted !== undefined && wanted.size > 0;
  for (let node = walk.next(); node !== undefined; node = walk.next()) {
    if (isAnyWanted && wanted.has(node)) pointers.set(node, walk.pointer());
    if (!Array.isArray(node)) visit(node as OscalObject, walk.key, walk);
  }
  return pointers;
}

/** JSON pointers to those of the objects and arrays that stand in a tree. */
export function pointersTo(wanted: ReadonlySet<object>, root: unknown): ReadonlyMap<object, string> {
  const pointers = new Map<object, string>();
  const walk = new Walk(root);
  while (pointers.size < wanted.size) {
    const node = walk.next();
    if (node === undefined) break;
    if (wanted.has(node)) pointers.set(node, walk.pointer());
  }
  return pointers;
}

/**
 * Meets every object and array of a tree in the order of the document. It keeps lists side by side instead of one of objects: there
 * are thousands of nodes, and to make an object for each takes longer than all else.
 */
class Walk<Mark> implements WalkPosition<Mark> {
  // The nodes still to be met, the next one last: nodes, the steps that lead to them from what holds them, and their depths.
  readonly #nodes: object[] = [];
  readonly #steps: (string | number)[] = [];
  readonly #depths: number[] = [];
  // The way to the object met last, by depth. Entries behind that depth are left over from before.
  readonly #wayNodes: object[] = [];
  readonly #waySteps: (string | number)[] = [];
  readonly #wayKeys: string[] = [];
  #depth = 0;
  readonly #marks: ReadonlyMap<string, Mark> | undefined;
  #marked: Mark[] = [];

  constructor(root: unknown, marks?: ReadonlyMap<string, Mark>) {
    this.#marks = marks;
    if (typeof root !== "object" || root === null) return;
    this.#nodes.push(root);
    this.#steps.push("");
    this.#depths.push(0);
  }

  next(): object | undefined {
    const node = this.#nodes.pop();
    if (node === undefined) return undefined;
    const step = this.#steps.pop() ?? "";
    const depth = this.#depths.pop() ?? 0;
    this.#wayNodes[depth] = node;
    this.#waySteps[depth] = step;
    this.#wayKeys[depth] = typeof step === "string" ? step : (this.#wayKeys[depth - 1] ?? "");
    this.#depth = depth;
    if (Array.isArray(node)) this.#openList(node, depth + 1);
    else this.#openObject(node as OscalObject, depth + 1);
    return node;
  }

  /** The JSON key of what was met last: the innermost property on the way. */
  get key(): string {
    return this.#wayKeys[this.#depth] ?? "";
  }

  get marked(): readonly Mark[] {
    return this.#marked;
  }

  pointer(...further: readonly (string | number)[]): string {
    return formatPointer([...this.#waySteps.slice(1, this.#depth + 1), ...further]);
  }

  around(key: string): OscalObject | undefined {
    for (let depth = this.#depth - 1; depth >= 0; depth -= 1) {
      const node = this.#wayNodes[depth];
      if (this.#wayKeys[depth] === key && !Array.isArray(node)) return node as OscalObject;
    }
    return undefined;
  }

  // Both push in place: a call for each of thousands of nodes takes longer than what it does.

  #openList(list: readonly unknown[], depth: number): void {
    const nodes = this.#nodes;
    const steps = this.#steps;
    const depths = this.#depths;
    for (let index = list.length - 1; index >= 0; index -= 1) {
      const entry = list[index];
      if (typeof entry !== "object" || entry === null) continue;
      nodes.push(entry);
      steps.push(index);
      depths.push(depth);
    }
  }

  #openObject(owner: OscalObject, depth: number): void {
    const nodes = this.#nodes;
    const first = nodes.length;
    const marks = this.#marks;
    let marked = this.#marked;
    if (marked.length > 0) marked = this.#marked = [];
    // for...in makes no list of the properties, as Object.keys does; properties of a prototype are skipped.
    for (const property in owner) {
      if (marks !== undefined) {
        const mark = marks.get(property);
        if (mark !== undefined && Object.hasOwn(owner, property)) marked.push(mark);
      }
      const value = owner[property];
      if (typeof value !== "object" || value === null || !Object.hasOwn(owner, property)) continue;
      nodes.push(value);
      this.#steps.push(property);
      this.#depths.push(depth);
    }
    // Last in, first out: backwards. Most objects hold one other at most.
    for (let left = first, right = nodes.length - 1; left < right; left += 1, right -= 1) {
      exchange(nodes, left, right);
      exchange(this.#steps, left, right);
    }
  }
}

function exchange(list: unknown[], left: number, right: number): void {
  const kept = list[left];
  list[left] = list[right];
  list[right] = kept;
}
