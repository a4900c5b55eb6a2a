import { formatPointer } from "../../source/pointer.js";

/** Where a walk through a document stands. */
export interface Place {
  /** JSON pointer to the object that is visited, with further segments behind it; made only when it is asked for. */
  pointer(...further: readonly (string | number)[]): string;
  /** The innermost object around the visited one that stands under the JSON key, alone or in a list. */
  around(key: string): Readonly<Record<string, unknown>> | undefined;
}

/** An object or array on the way from the root to where the walk stands. */
interface Level {
  readonly node: Readonly<Record<string, unknown>> | readonly unknown[];
  /** The JSON key under which it stands, alone or in a list; "" for the root. */
  readonly key: string;
  /** Properties of an object that are objects or arrays; undefined for an array. */
  readonly inner: readonly string[] | undefined;
  next: number;
}

/**
 * Visits every object of a tree in the order of the document, an owner before what it holds. Without recursion, since its nesting is
 * not ours to choose.
 * @param visit gets the object and the JSON key under which it stands, alone or in a list; "" for the root
 */
export function walkObjects(
  root: unknown,
  visit: (owner: Readonly<Record<string, unknown>>, key: string, place: Place) => void,
): void {
  const levels: Level[] = [];
  const place: Place = {
    pointer: (...further) => formatPointer([...levels.slice(0, -1).map(segmentOf), ...further]),
    around: (key) => {
      const level = levels.findLast((each, depth) => depth < levels.length - 1 && each.key === key && each.inner);
      return level?.inner ? (level.node as Readonly<Record<string, unknown>>) : undefined;
    },
  };
  const enter = (value: unknown, key: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      levels.push({ node: value as unknown[], key, inner: undefined, next: 0 });
      return;
    }
    const node = value as Readonly<Record<string, unknown>>;
    const inner: string[] = [];
    for (const property of Object.keys(node)) if (typeof node[property] === "object") inner.push(property);
    levels.push({ node, key, inner, next: 0 });
    visit(node, key, place);
  };
  enter(root, "");
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const { node, inner, key } = level;
    const index = level.next;
    level.next += 1;
    if (inner === undefined) {
      const list = node as readonly unknown[];
      if (index < list.length) enter(list[index], key);
      else levels.pop();
    } else {
      const property = inner[index];
      if (property !== undefined) enter((node as Readonly<Record<string, unknown>>)[property], property);
      else levels.pop();
    }
  }
}

/** The step that leads from a level to the next. */
function segmentOf({ inner, next }: Level): string | number {
  return inner === undefined ? next - 1 : (inner[next - 1] ?? "");
}
