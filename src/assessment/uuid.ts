import { createHash } from "node:crypto";

/** Namespace of all names that aims turns into UUIDs: v5 of "https://aims-as-code.org/" in the URL namespace of RFC 9562. */
const projectNamespace: string = uuidV5("6ba7b811-9dad-11d1-80b4-00c04fd430c8", "https://aims-as-code.org/");

/** UUID version 5 (RFC 9562 section 5.5) of a name in a namespace. */
export function uuidV5(namespace: string, name: string): string {
  const digest = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString("hex", 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Makes the UUIDs of one workspace from stable keys. */
export type UuidMaker = (kind: string, ...key: readonly string[]) => string;

/**
 * UUIDs of a workspace: the namespace is made from the organization's id, the name from the object's kind and its stable key.
 * The keys of every kind are listed in docs/determinism.md.
 */
export function workspaceUuids(organizationId: string): UuidMaker {
  const namespace = uuidV5(projectNamespace, `workspace/${organizationId}`);
  return (kind, ...key) => uuidV5(namespace, JSON.stringify([kind, ...key]));
}
