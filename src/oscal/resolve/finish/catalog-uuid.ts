import { projectNamespace, uuidV5 } from "../../../foundation/uuid.js";
import { canonicalOrder } from "../../codec/canonical-order.js";
import type { Catalog } from "../../model/generated/types.js";

/**
 * The uuid of a resolved catalog: version 5, of the profile, the documents it imports, and the content. The same profile over the same
 * documents gives the same uuid, whatever their formats, wherever they lie, and whenever and by which version of the tool they are
 * resolved; any other content gives another.
 * @param inputs uuids of the profile and of what it imports, in their order
 */
export function resolvedCatalogUuid(inputs: readonly string[], { metadata, ...content }: Catalog): string {
  const lasting = {
    ...metadata,
    "last-modified": undefined,
    props: metadata.props?.filter(({ name }) => name !== "resolution-tool"),
    links: metadata.links?.filter(({ rel }) => rel !== "source-profile"),
  };
  // Without the order in which a format happens to give properties.
  const text = JSON.stringify(canonicalOrder({ catalog: { ...content, metadata: lasting, uuid: undefined } }));
  const digest = contentDigest(text);
  return uuidV5(projectNamespace, JSON.stringify(["resolved-catalog", inputs, digest]));
}

/**
 * A digest of a text. It tells contents apart (64 bits) and protects nothing; a cryptographic digest of a large catalog would take longer
 * than all the rest of resolving it.
 * @returns 16 hexadecimal digits
 */
export function contentDigest(text: string): string {
  const bytes = new TextEncoder().encode(text);
  // Four bytes at a time, the lowest first on every machine.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  let offset = 0;
  for (; offset + 4 <= bytes.length; offset += 4) {
    const word = view.getInt32(offset, true);
    high = Math.imul(high ^ word, 2654435761);
    // The upper half of a product depends on all bits of its factors, the lower one does not.
    high ^= high >>> 15;
    low = Math.imul(low ^ word ^ (high >>> 16), 1597334677);
  }
  for (; offset < bytes.length; offset += 1) {
    high = Math.imul(high ^ view.getUint8(offset), 2654435761);
    low = Math.imul(low ^ (high >>> 16), 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16) ^ bytes.length, 2246822507);
  low = Math.imul(low ^ (low >>> 13) ^ (high >>> 15), 3266489909);
  high ^= low >>> 16;
  return [high, low].map((sum) => (sum >>> 0).toString(16).padStart(8, "0")).join("");
}
