import type { Control, Remove } from "../../model/generated/types.js";
import { replaceList } from "../import/select-controls.js";
import type { Holder } from "../draft.js";
import { oscalNamespace } from "../../properties.js";
import { placeIn, type ProfileScope } from "../session.js";
import { identifiedIn } from "./identified-items.js";

/** The items that can be removed, by the key of its list; a control leaves by not being selected. */
const kinds = { params: "param", props: "prop", links: "link", parts: "part" } as const;
type Key = keyof typeof kinds;
const keys = Object.keys(kinds) as readonly Key[];

/** The properties of a param, prop, link or part that a criterion may ask for. */
interface Item extends Holder {
  readonly id?: string;
  readonly name?: string;
  readonly class?: string;
  readonly ns?: string;
  readonly href?: string;
}

/**
 * Removes the objects in controls, at any depth, that meet all criteria of a remove (req-modify-alter-remove-match).
 * @param controls of the draft
 */
export function removeContent(
  scope: ProfileScope,
  controls: readonly Control[],
  remove: Remove,
  pointer: string,
): void {
  const { problems } = scope.session;
  const place = placeIn(scope, pointer);
  const criteria = (["by-name", "by-class", "by-id", "by-item-name", "by-ns"] as const).filter(
    (key) => remove[key] !== undefined,
  );
  if (criteria.length === 0) {
    problems.warn(place, "profile-remove-everything");
    return;
  }
  const remover = new Remover(scope, remove, pointer);
  for (const control of controls) remover.strip(control, control);
  if (remover.inChildren !== undefined && remove["by-id"] === undefined) {
    problems.warn(place, "profile-remove-in-child-control", { id: remover.inChildren });
  }
  if (remover.count > 0) return;
  problems.warn(place, "profile-remove-unmatched", {
    id: controls[0]?.id ?? "",
    criteria: criteria.map((key) => [key, remove[key] ?? ""] as const),
  });
}

class Remover {
  readonly #scope: ProfileScope;
  readonly #remove: Remove;
  readonly #pointer: string;
  count = 0;
  /** A control inside the altered one from which something was removed. */
  inChildren: string | undefined;

  constructor(scope: ProfileScope, remove: Remove, pointer: string) {
    this.#scope = scope;
    this.#remove = remove;
    this.#pointer = pointer;
  }

  /**
   * The object without what is to be removed: itself where it belongs to the draft or nothing in it is removed, else a copy.
   * @param altered the control that the alteration names
   * @param inner the control inside it that the object is or stands in
   */
  strip<T extends Item>(item: T, altered: Control, inner: Control = altered): T {
    const { draft, session } = this.#scope;
    const place = placeIn(this.#scope, this.#pointer);
    let result = item;
    for (const key of keys) {
      const list: readonly Item[] | undefined = item[key];
      if (list === undefined) continue;
      session.work.spend(list.length, place);
      const removed: Item[] = [];
      const rest = list.flatMap((each): Item[] => {
        if (this.#meets(kinds[key], each)) {
          removed.push(each);
          return [];
        }
        return [this.strip(each, altered, inner)];
      });
      if (rest.length === list.length && rest.every((each, index) => each === list[index])) continue;
      result = draft.own(result);
      replaceList<Item, Key>(result, key, rest as never);
      for (const each of removed) this.#note(key, each, result, altered, inner);
    }
    item.controls?.forEach((child) => this.strip(child, altered, child));
    return result;
  }

  #meets(kind: string, item: Item): boolean {
    const { "by-name": name, "by-class": group, "by-id": id, "by-item-name": itemName, "by-ns": ns } = this.#remove;
    const namespaced = kind === "prop" || kind === "part";
    return (
      (name === undefined || (item.name !== undefined && name === item.name)) &&
      (group === undefined || group === item.class) &&
      (id === undefined || id === item.id) &&
      (itemName === undefined || itemName === kind) &&
      (ns === undefined || (namespaced && withoutSlash(ns) === withoutSlash(item.ns ?? oscalNamespace)))
    );
  }

  #note(key: Key, item: Item, holder: object, altered: Control, inner: Control): void {
    const { history } = this.#scope.session;
    const place = placeIn(this.#scope, this.#pointer);
    this.count += 1;
    if (inner !== altered) this.inChildren ??= inner.id;
    const called = item.id ?? item.name ?? item.href;
    history.note(holder, "removed", place, { item: called === undefined ? kinds[key] : `${kinds[key]} ${called}` });
    for (const { id, object } of identifiedIn(item)) history.noteAbsence(id, object, "removed", place);
  }
}

function withoutSlash(uri: string): string {
  return uri.endsWith("/") ? uri.slice(0, -1) : uri;
}
