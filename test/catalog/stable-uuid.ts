/**
 * How the uuids of the shipped content come about: version 5, in the namespace that is itself the version 5 uuid of the
 * project's OSCAL namespace URI among URLs. Keys: `catalog/<file>`, `profile/<file>`, `party/<name>`, `resource/<slug>`.
 */
import { createHash } from "node:crypto";

import { aimsNamespace } from "./documents.js";

/** Namespace of names that are URLs (RFC 9562, section 6.6). */
const urlNamespace = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

export function uuidV5(namespace: string, name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function contentUuid(key: string): string {
  return uuidV5(uuidV5(urlNamespace, aimsNamespace), key);
}
