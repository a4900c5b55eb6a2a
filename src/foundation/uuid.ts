import { hexOf, sha1 } from "./sha1.js";

/** UUID version 5 (RFC 9562 section 5.5) of a name in a namespace. */
export function uuidV5(namespace: string, name: string): string {
  const digest = sha1(bytesOf(namespace.replaceAll("-", "")), name);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = hexOf(digest.subarray(0, 16));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Namespace of all names that aims turns into UUIDs: v5 of "https://aims-as-code.org/" in the URL namespace of RFC 9562. */
export const projectNamespace: string = uuidV5("6ba7b811-9dad-11d1-80b4-00c04fd430c8", "https://aims-as-code.org/");

function bytesOf(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  return bytes;
}
