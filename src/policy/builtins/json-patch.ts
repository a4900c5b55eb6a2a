import {
  equalValues,
  isArray,
  isNumber,
  machineIntegerFromText,
  numberText,
  RegoObject,
  RegoSet,
} from "./rego/value.js";
import type { HostBuiltin, RegoValue } from "./rego/value.js";

/**
 * `json.patch`: the operations of RFC 6902 on Rego values. Beyond the RFC, OPA takes paths as arrays of keys of any kind,
 * paths without the leading slash, and sets, whose members are their own keys. Any fault makes the whole patch undefined.
 */

type Path = readonly RegoValue[];

/** Where a patch cannot be applied. */
class PatchFault extends Error {}

function pathOf(value: RegoValue | undefined): Path {
  if (value !== undefined && isArray(value)) return value;
  if (typeof value !== "string") throw new PatchFault("a path is a string or an array");
  if (value === "") return [];
  const segments = value.replace(/^\/+/u, "").split("/");
  return segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The index that a key stands for in an array; `-` is the one after the last. */
function indexOf(key: RegoValue, length: number): number {
  if (key === "-") return length;
  const text = isNumber(key) ? numberText(key) : key;
  const index = typeof text === "string" ? machineIntegerFromText(text) : undefined;
  if (index === undefined || index < 0n || index > length) throw new PatchFault("no such index");
  if (typeof key === "string" && key !== "0" && key.startsWith("0")) throw new PatchFault("leading zeros");
  return Number(index);
}

function child(value: RegoValue, key: RegoValue): RegoValue {
  let found: RegoValue | undefined;
  if (value instanceof RegoObject) found = value.get(key);
  else if (value instanceof RegoSet) found = value.has(key) ? key : undefined;
  else if (isArray(value)) found = value[indexOf(key, value.length)];
  if (found === undefined) throw new PatchFault("no such path");
  return found;
}

/** Applies a change to the value that holds the last key of a path, and rebuilds what is above it. */
function change(value: RegoValue, path: Path, apply: (holder: RegoValue, key: RegoValue) => RegoValue): RegoValue {
  const [key = null, ...rest] = path;
  if (rest.length === 0) return apply(value, key);
  const changed = change(child(value, key), rest, apply);
  if (value instanceof RegoObject) return RegoObject.of([...value.entries, [key, changed]]);
  if (value instanceof RegoSet) {
    return RegoSet.of([...value.items.filter((item) => !equalValues(item, key)), changed]);
  }
  return isArray(value) ? value.with(indexOf(key, value.length), changed) : value;
}

function insert(target: RegoValue, path: Path, added: RegoValue): RegoValue {
  if (path.length === 0) return added;
  return change(target, path, (holder, key) => {
    if (holder instanceof RegoObject) return RegoObject.of([...holder.entries, [key, added]]);
    if (holder instanceof RegoSet) {
      if (!equalValues(key, added)) throw new PatchFault("a member of a set is its own key");
      return RegoSet.of([...holder.items, added]);
    }
    if (isArray(holder)) return holder.toSpliced(indexOf(key, holder.length), 0, added);
    throw new PatchFault("nothing can be put into a scalar");
  });
}

function remove(target: RegoValue, path: Path): RegoValue | undefined {
  if (path.length === 0) return undefined;
  return change(target, path, (holder, key) => {
    child(holder, key);
    if (holder instanceof RegoObject) return RegoObject.of(holder.entries.filter(([own]) => !equalValues(own, key)));
    if (holder instanceof RegoSet) return RegoSet.of(holder.items.filter((item) => !equalValues(item, key)));
    return isArray(holder) ? holder.toSpliced(indexOf(key, holder.length), 1) : holder;
  });
}

function at(target: RegoValue, path: Path): RegoValue {
  return path.reduce(child, target);
}

function required(operation: RegoObject, attribute: string): RegoValue {
  const value = operation.get(attribute);
  if (value === undefined) throw new PatchFault(`${attribute} is missing`);
  return value;
}

function applyOperation(target: RegoValue | undefined, operation: RegoValue): RegoValue | undefined {
  if (!(operation instanceof RegoObject)) throw new PatchFault("an operation is an object");
  const path = pathOf(operation.get("path"));
  // The document itself was removed: only putting another one in its place is left.
  const document = (): RegoValue => {
    if (target === undefined) throw new PatchFault("the document is gone");
    return target;
  };
  const put = (rest: RegoValue | undefined, value: RegoValue): RegoValue => {
    if (path.length === 0) return value;
    if (rest === undefined) throw new PatchFault("the document is gone");
    return insert(rest, path, value);
  };
  switch (operation.get("op")) {
    case "add":
      return put(target, required(operation, "value"));
    case "remove":
      return remove(document(), path);
    case "replace":
      return put(remove(document(), path), required(operation, "value"));
    case "move": {
      const from = pathOf(operation.get("from"));
      return put(remove(document(), from), at(document(), from));
    }
    case "copy":
      return put(target, at(document(), pathOf(operation.get("from"))));
    case "test":
      if (!equalValues(at(document(), path), required(operation, "value"))) throw new PatchFault("a test failed");
      return target;
    default:
      throw new PatchFault("no such operation");
  }
}

const patch: HostBuiltin = (target = null, operations = null) => {
  if (!isArray(operations)) return undefined;
  try {
    return operations.reduce<RegoValue | undefined>(applyOperation, target);
  } catch (error) {
    if (error instanceof PatchFault) return undefined;
    throw error;
  }
};

export const jsonPatchBuiltins: Readonly<Record<string, HostBuiltin>> = { "json.patch": patch };
