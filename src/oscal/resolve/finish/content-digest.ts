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
