import { projectNamespace, uuidV5 } from "../../foundation/uuid.js";

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
