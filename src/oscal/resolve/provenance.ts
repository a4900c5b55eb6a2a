import { addTo } from "../../foundation/multimap.js";
import type { SourceDocument } from "../../source/document.js";
import type { Place } from "../../source/place.js";
import { arrayIndex, formatPointer, memberAt, parsePointer } from "../../source/pointer.js";
import type { Absence, History, OrderedStep, ProvenanceStep } from "./history.js";

/** A child of an object, or an entry of an array. */
type Child = readonly [key: string | number, value: object];

/**
 * Answers who put something into the resolved catalog, and who changed it or took it out. Nothing is computed before the first
 * question.
 */
export class Provenance {
  readonly #history: History;
  readonly #documents: readonly SourceDocument[];
  readonly #result: object;
  #places: Map<object, Place> | undefined;
  #byId: Map<string, string[]> | undefined;
  #definitions: Map<string, object> | undefined;
  #absences: Map<string, Gone[]> | undefined;

  /** @param result the document `{catalog: …}` */
  constructor(result: object, history: History, documents: readonly SourceDocument[]) {
    this.#result = result;
    this.#history = history;
    this.#documents = documents;
  }

  /**
   * The steps by which something came to be as it is, oldest first.
   * @param pointerOrId JSON pointer into the resolved document, such as `/catalog/groups/0/controls/2/params/0/values`, or the id or
   *   uuid of a control, group, parameter, part, resource, role, party or location; where several share it, the first, and roles last
   * @returns for what a profile left out: where it was defined and who left it out; for what nobody selected: where it is defined;
   *   for what no document knows: nothing
   */
  of(pointerOrId: string): readonly ProvenanceStep[] {
    if (pointerOrId === "" || pointerOrId.startsWith("/")) return this.#ofPointer(pointerOrId);
    const [pointer] = this.pointersOf(pointerOrId);
    return pointer === undefined ? this.#ofMissing(pointerOrId) : this.#ofPointer(pointer);
  }

  /** The places of the id or uuid in the resolved document: those in the catalog, then roles, parties and locations. */
  pointersOf(id: string): readonly string[] {
    this.#byId ??= pointersById(this.#result);
    return this.#byId.get(keyOf(id)) ?? [];
  }

  /**
   * Everything of the id that was left out, even where something else of the id is in the resolved catalog.
   * @returns for each: its steps, oldest first, the last being the one by which it went
   */
  absencesOf(id: string): readonly (readonly ProvenanceStep[])[] {
    this.#absences ??= absencesById(this.#history);
    const all = this.#absences.get(keyOf(id)) ?? [];
    const left = all.filter(({ absence }) => !absence.unselected);
    const told = left.length > 0 || this.pointersOf(id).length > 0 ? left : all;
    return told.map(({ object, absence }) => {
      const step = withoutOrder(absence.step);
      if (step.action === "not-added") {
        // It is told at the place of its own, in the instruction that would have added it.
        const { document, pointer } = this.#originOf(object) ?? step;
        return [{ ...step, document, pointer }];
      }
      return [...this.#stepsOf(object, object === absence.object ? [] : [absence.object], undefined), step];
    });
  }

  #ofPointer(pointer: string): readonly ProvenanceStep[] {
    // A text that is not a pointer leads nowhere.
    if (/~(?![01])/.test(pointer)) return [];
    const way: object[] = [this.#result];
    let property: string | undefined;
    for (const segment of parsePointer(pointer)) {
      const next = memberAt(way.at(-1), segment);
      if (next === undefined) return [];
      if (typeof next === "object" && next !== null) way.push(next);
      else property ??= segment;
    }
    // A list belongs to the object that has it.
    if (Array.isArray(way.at(-1))) property = lastNamed(pointer);
    const objects = way.filter((each) => !Array.isArray(each));
    const target = objects.at(-1);
    return target === undefined ? [] : this.#stepsOf(target, objects.slice(0, -1), property);
  }

  /** @param around the objects that the target stands in, from the root */
  #stepsOf(target: object, around: readonly object[], property: string | undefined): readonly ProvenanceStep[] {
    const { source, steps } = this.#history.trace(target);
    const origin = this.#originOf(source);
    const own = origin ? [origin, ...steps] : steps;
    const concerned = own.filter((step) => property === undefined || concerns(step, property));
    const from = origin?.order ?? 0;
    // The content of a control came with it, unless it was put there later.
    const imports = steps.some(({ action }) => action === "imported")
      ? []
      : this.#importsAround(around).filter(({ order }) => order > from);
    return [...concerned, ...imports].sort((a, b) => a.order - b.order).map(withoutOrder);
  }

  #importsAround(around: readonly object[]): OrderedStep[] {
    for (const object of [...around].reverse()) {
      const imports = this.#history.trace(object).steps.filter(({ action }) => action === "imported");
      if (imports.length > 0) return imports;
    }
    return [];
  }

  #ofMissing(id: string): readonly ProvenanceStep[] {
    const [absence] = this.absencesOf(id);
    if (absence) return absence;
    this.#definitions ??= definitionsById(this.#documents);
    const definition = this.#definitions.get(keyOf(id));
    return definition === undefined ? [] : this.#stepsOf(definition, [], undefined);
  }

  /** The content of a profile's instructions has been added by it; everything else is a definition. */
  #originOf(source: object): OrderedStep | undefined {
    this.#places ??= placesOf(this.#documents);
    const place = this.#places.get(source);
    if (place === undefined) return undefined;
    const { document, pointer } = place;
    if (pointer.startsWith("/profile/modify/set-parameters/")) {
      return { action: "set", document, pointer, order: this.#history.modificationOf(document) };
    }
    if (/^\/profile\/(?:modify|merge)\//.test(pointer)) {
      return { action: "added", document, pointer, order: this.#history.modificationOf(document) };
    }
    return { action: "defined", document, pointer, order: 0 };
  }
}

/** Something that went, by itself or with what it stood in. */
interface Gone {
  readonly object: object;
  readonly absence: Absence;
}

/** Whether a step is about the property, or about the whole. */
function concerns({ property, item }: ProvenanceStep, wanted: string): boolean {
  // Of an item, such as `prop label`, the list is named.
  const about = property ?? (item === undefined ? undefined : `${item.split(" ", 1).join("")}s`);
  return about === undefined || about === wanted;
}

/** Controls and groups stay or go apart from what they stand in. */
const apart: ReadonlySet<string | number> = new Set(["controls", "groups"]);

function absencesById(history: History): Map<string, Gone[]> {
  const byId = new Map<string, Gone[]>();
  const noted = new Set<object>();
  for (const [id, absences] of history.absences) {
    for (const absence of absences) {
      noted.add(absence.object);
      addTo(byId, keyOf(id), { object: absence.object, absence });
    }
  }
  for (const absence of [...history.absences.values()].flat()) {
    for (const [object, pointerOf] of objectsIn(absence.object, apart)) {
      const id = idOf(object);
      if (id !== undefined && !noted.has(object) && /\/(?:params|parts)\/\d+$/.test(pointerOf()))
        addTo(byId, keyOf(id), { object, absence });
    }
  }
  return byId;
}

function withoutOrder({ action, document, pointer, property, item }: OrderedStep): ProvenanceStep {
  return {
    action,
    document,
    pointer,
    ...(property === undefined ? {} : { property }),
    ...(item === undefined ? {} : { item }),
  };
}

/** The last segment of a pointer that is not an index. */
function lastNamed(pointer: string): string | undefined {
  return parsePointer(pointer).findLast((segment) => arrayIndex(segment) === undefined);
}

/** Objects and arrays inside a value; an explicit stack, since documents may be nested deeply. */
function* objectsIn(root: object, except: ReadonlySet<string | number> = new Set()): Generator<[object, () => string]> {
  const stack: { value: object; path: readonly (string | number)[] }[] = [{ value: root, path: [] }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { value, path: here } = top;
    if (!Array.isArray(value)) yield [value, () => formatPointer(here)];
    for (const [key, child] of childrenOf(value).reverse()) {
      if (!except.has(key)) stack.push({ value: child, path: [...here, key] });
    }
  }
}

function childrenOf(value: object): Child[] {
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((entry: unknown, index) => [index, entry])
    : Object.entries(value);
  return entries.filter(
    (entry): entry is [string | number, object] => typeof entry[1] === "object" && entry[1] !== null,
  );
}

function placesOf(documents: readonly SourceDocument[]): Map<object, Place> {
  const places = new Map<object, Place>();
  for (const document of documents) {
    if (typeof document.value !== "object" || document.value === null) continue;
    for (const [object, pointer] of objectsIn(document.value)) {
      // YAML aliases give one object several places; the first is where it is written.
      if (!places.has(object)) places.set(object, { document, pointer: pointer() });
    }
  }
  return places;
}

const inCatalog = /\/(?:controls|groups|params|parts|resources)\/\d+$/;
const inMetadata = /^\/(?:catalog|profile)\/metadata\/(?:roles|parties|locations)\/\d+$/;

interface Identified {
  readonly id: string;
  readonly object: object;
  readonly pointer: string;
}

/** The objects that can be asked for by id. Ids of roles may equal those of controls, which are mostly meant, so that roles come last. */
function* identifiedIn(documents: readonly unknown[]): Generator<Identified> {
  const people: Identified[] = [];
  for (const document of documents) {
    if (typeof document !== "object" || document === null) continue;
    for (const [object, pointerOf] of objectsIn(document)) {
      const id = idOf(object);
      if (id === undefined) continue;
      const pointer = pointerOf();
      if (inMetadata.test(pointer)) people.push({ id, object, pointer });
      else if (inCatalog.test(pointer)) yield { id, object, pointer };
    }
  }
  yield* people;
}

function pointersById(result: object): Map<string, string[]> {
  const byId = new Map<string, string[]>();
  for (const { id, pointer } of identifiedIn([result])) addTo(byId, keyOf(id), pointer);
  return byId;
}

function definitionsById(documents: readonly SourceDocument[]): Map<string, object> {
  const definitions = new Map<string, object>();
  for (const { id, object } of identifiedIn(documents.map(({ value }) => value))) {
    if (!definitions.has(keyOf(id))) definitions.set(keyOf(id), object);
  }
  return definitions;
}

/** A uuid is the same in upper and lower case (RFC 9562), an id is not. */
function keyOf(id: string): string {
  return /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(id) ? id.toLowerCase() : id;
}

function idOf(object: object): string | undefined {
  const { id, uuid } = object as { id?: unknown; uuid?: unknown };
  return typeof id === "string" ? id : typeof uuid === "string" ? uuid : undefined;
}
