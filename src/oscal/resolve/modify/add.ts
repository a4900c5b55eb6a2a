import type { Add, Control } from "../../model/generated/types.js";
import type { Holder } from "../draft.js";
import { placeIn, type ProfileScope } from "../session.js";
import { identifiedIn } from "./identified-items.js";

/** The items that an add can bring, by the key of its list, in the model's order. */
const keys = ["params", "props", "links", "parts"] as const;
type Key = (typeof keys)[number];

type Kind = "control" | "param" | "part";

/** The items that each kind of object may hold. */
const accepts: Readonly<Record<Kind, readonly (Key | "title")[]>> = {
  control: ["title", ...keys],
  param: ["props", "links"],
  part: ["title", "props", "links", "parts"],
};

/** An object inside a control, with its place in the list that holds it. */
interface Target {
  readonly kind: Kind;
  readonly key: "params" | "parts" | "controls";
  readonly index: number;
  /** The way to the list: from the altered control inwards. */
  readonly way: readonly { readonly key: "parts" | "controls"; readonly index: number }[];
}

/** Where contents go. */
interface Destination {
  /** Of the draft. */
  readonly holder: Holder & { title?: string };
  readonly kind: Kind;
  /** Contents of this list stand directly at this index; all others at the start or the end of theirs. */
  readonly beside?: { readonly key: Key; readonly index: number };
  readonly atStart: boolean;
}

/**
 * Adds contents to controls: to the control itself where the add names nothing inside it (implicit binding), or else inside or beside
 * the object of the id (explicit binding).
 * @param controls of the draft
 */
export function addContent(scope: ProfileScope, controls: readonly Control[], add: Add, pointer: string): void {
  const { problems } = scope.session;
  const placed = new Set<Key>();
  const refused = new Map<Key, string>();
  for (const control of controls) {
    const destination = destinationOf(scope, control, add, pointer);
    for (const key of keys) {
      const reason =
        destination === undefined ? unmatched(control, add["by-id"] ?? "") : refusal(destination.kind, key);
      if (reason === undefined) placed.add(key);
      else refused.set(key, reason);
    }
    if (destination !== undefined) putContent(scope, destination, add, pointer);
  }
  // Of several controls with one id, some may have taken it.
  for (const [key, reason] of refused) if (!placed.has(key)) noteNotAdded(scope, { [key]: add[key] }, pointer, reason);
  if (add.title === undefined && keys.every((key) => add[key] === undefined)) {
    problems.warn(placeIn(scope, pointer), "profile-add-nothing");
  }
}

/**
 * Notes that nothing of what an add brings is added.
 * @param reason as it stands in brackets behind the place of the instruction
 */
export function noteNotAdded(
  scope: ProfileScope,
  { params = [], parts = [] }: Pick<Add, "params" | "parts">,
  pointer: string,
  reason: string,
): void {
  for (const item of [...params, ...parts]) {
    for (const { id, object } of identifiedIn(item)) {
      scope.session.history.noteAbsence(id, object, "not-added", placeIn(scope, pointer), { item: reason });
    }
  }
}

function unmatched(control: Control, id: string): string {
  return id === control.id
    ? "by-id is the control itself, not something inside it"
    : `nothing in the control "${control.id}" has the id "${id}"`;
}

function destinationOf(scope: ProfileScope, control: Control, add: Add, pointer: string): Destination | undefined {
  const id = add["by-id"];
  // Without by-id, before and after mean starting and ending (req-modify-alter-add-implicit-position).
  const atStart = add.position === "starting" || add.position === "before";
  if (id === undefined) return { holder: control, kind: "control", atStart };
  const target = find(control, id, () => {
    scope.session.work.spend(1, placeIn(scope, pointer));
  });
  if (target === undefined) {
    reportUnmatched(scope, control, id, `${pointer}/by-id`);
    return undefined;
  }
  const outer = descend(scope, control, target.way);
  if (add.position === "before" || add.position === "after") {
    const index = target.index + (atStart ? 0 : 1);
    return {
      holder: outer.holder,
      kind: outer.kind,
      atStart,
      ...(target.key === "controls" ? {} : { beside: { key: target.key, index } }),
    };
  }
  const { holder } = descend(scope, outer.holder, [{ key: target.key, index: target.index }]);
  return { holder, kind: target.kind, atStart };
}

/**
 * The object of the id inside a control, in the order of the model: parameters, parts, inner controls.
 * @param step called for every object that is looked at
 */
function find(control: Control, id: string, step: () => void, way: Target["way"] = []): Target | undefined {
  const inParams =
    control.params?.findIndex((param) => {
      step();
      return param.id === id;
    }) ?? -1;
  if (inParams >= 0) return { kind: "param", key: "params", index: inParams, way };
  const part = findPart(control, id, step, way);
  if (part !== undefined) return part;
  for (const [index, child] of (control.controls ?? []).entries()) {
    if (child.id === id) return { kind: "control", key: "controls", index, way };
    const inside = find(child, id, step, [...way, { key: "controls", index }]);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function findPart(holder: Holder, id: string, step: () => void, way: Target["way"]): Target | undefined {
  for (const [index, part] of (holder.parts ?? []).entries()) {
    step();
    if (part.id === id) return { kind: "part", key: "parts", index, way };
    const inside = findPart(part, id, step, [...way, { key: "parts", index }]);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Goes inwards and makes everything on the way part of the draft. */
function descend(
  { draft }: ProfileScope,
  start: Holder,
  way: readonly { readonly key: "params" | "parts" | "controls"; readonly index: number }[],
): { holder: Holder; kind: Kind } {
  let holder = start;
  let kind: Kind = "control";
  for (const { key, index } of way) {
    const list: Holder[] = draft.list(holder, key);
    const inner = list[index];
    if (inner === undefined) break;
    holder = list[index] = draft.own(inner);
    kind = key === "parts" ? "part" : key === "params" ? "param" : "control";
  }
  return { holder, kind };
}

function putContent(scope: ProfileScope, destination: Destination, add: Add, pointer: string): void {
  const { draft, session } = scope;
  const { holder, kind, beside, atStart } = destination;
  if (add.title !== undefined && accepted(scope, kind, "title", pointer)) {
    const here = placeIn(scope, `${pointer}/title`);
    const action = session.history.settingOf(holder, "title") === undefined ? "set" : "overridden";
    session.history.note(holder, action, here, { property: "title" });
    holder.title = add.title;
  }
  for (const key of keys) {
    const added = add[key];
    if (added === undefined || !accepted(scope, kind, key, pointer)) continue;
    const list: object[] = draft.list(holder, key);
    session.work.spend(list.length + added.length, placeIn(scope, pointer));
    reportDuplicates(scope, holder, key, added, `${pointer}/${key}`);
    const index = beside?.key === key ? beside.index : atStart ? 0 : list.length;
    // Spreading into splice would put every entry on the stack.
    const rest = list.splice(index);
    for (const item of added) list.push(item);
    for (const item of rest) list.push(item);
    noteAdded(scope, holder, add, key, `${pointer}/${key}`);
  }
}

/** Props and links have no id to ask for, so that their holder has to tell. */
function noteAdded({ session, source }: ProfileScope, holder: Holder, add: Add, key: Key, pointer: string): void {
  const items =
    key === "props"
      ? add.props?.map(({ name }) => `prop ${name}`)
      : key === "links"
        ? add.links?.map(({ href }) => `link ${href}`)
        : undefined;
  items?.forEach((item, index) => {
    session.history.note(holder, "added", placeIn({ source }, `${pointer}/${String(index)}`), { item });
  });
}

/** Why an object cannot hold what is under a key. */
function refusal(kind: Kind, key: Key | "title"): string | undefined {
  return accepts[kind].includes(key) ? undefined : `a ${kind} cannot hold ${key}`;
}

function accepted(scope: ProfileScope, kind: Kind, key: Key | "title", pointer: string): boolean {
  if (refusal(kind, key) === undefined) return true;
  scope.session.problems.warn(placeIn(scope, `${pointer}/${key}`), "profile-add-misplaced", { kind, key });
  return false;
}

function reportDuplicates(
  scope: ProfileScope,
  holder: Holder,
  key: Key,
  added: readonly object[],
  pointer: string,
): void {
  if (key !== "params" && key !== "parts") return;
  const list: readonly { readonly id?: string }[] = holder[key] ?? [];
  const ids = new Set(list.flatMap(({ id }) => id ?? []));
  added.forEach((item, index) => {
    const { id } = item as { id?: string };
    if (id === undefined || !ids.has(id)) return;
    scope.session.problems.warn(placeIn(scope, `${pointer}/${String(index)}/id`), "profile-add-duplicate-id", { id });
  });
}

function reportUnmatched(scope: ProfileScope, control: Control, id: string, pointer: string): void {
  const { problems } = scope.session;
  const place = placeIn(scope, pointer);
  if (id === control.id) problems.warn(place, "profile-add-by-id-control", { id });
  else {
    const guess = problems.guess(id, idsIn(control));
    problems.warn(place, "profile-add-unmatched", { id, control: control.id, guess });
  }
}

function* idsIn(holder: Holder): Generator<string> {
  for (const { id } of holder.params ?? []) yield id;
  for (const part of holder.parts ?? []) {
    if (part.id !== undefined) yield part.id;
    yield* idsIn(part);
  }
  for (const control of holder.controls ?? []) {
    yield control.id;
    yield* idsIn(control);
  }
}
