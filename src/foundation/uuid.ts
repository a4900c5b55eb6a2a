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

/**
 * SHA-1 (FIPS 180-4) of a text in UTF-8 or of bytes, for names and identities; it protects nothing.
 * Written out because the modules that need it also run where there is no `node:crypto`.
 * @returns 20 bytes
 */
export function sha1(...pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const chunks = pieces.map((piece) => (typeof piece === "string" ? new TextEncoder().encode(piece) : piece));
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const message = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
  let offset = 0;
  for (const chunk of chunks) {
    message.set(chunk, offset);
    offset += chunk.length;
  }
  message[length] = 0x80;
  const view = new DataView(message.buffer);
  view.setUint32(message.length - 8, Math.floor(length / 0x2000_0000));
  view.setUint32(message.length - 4, (length << 3) >>> 0);
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const words = new Int32Array(80);
  for (let block = 0; block < message.length; block += 64) {
    for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(block + index * 4);
    compress(state, words);
  }
  const digest = new Uint8Array(20);
  const out = new DataView(digest.buffer);
  state.forEach((word, index) => {
    out.setInt32(index * 4, word);
  });
  return digest;
}

/** The bytes as lower-case hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

function compress(state: Int32Array, words: Int32Array): void {
  for (let index = 16; index < 80; index += 1) {
    words[index] = rotate(
      at(words, index - 3) ^ at(words, index - 8) ^ at(words, index - 14) ^ at(words, index - 16),
      1,
    );
  }
  let a = at(state, 0);
  let b = at(state, 1);
  let c = at(state, 2);
  let d = at(state, 3);
  let e = at(state, 4);
  for (let index = 0; index < 80; index += 1) {
    let mixed: number;
    if (index < 20) mixed = ((b & c) | (~b & d)) + 0x5a827999;
    else if (index < 40) mixed = (b ^ c ^ d) + 0x6ed9eba1;
    else if (index < 60) mixed = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
    else mixed = (b ^ c ^ d) + 0xca62c1d6;
    const next = (rotate(a, 5) + mixed + e + at(words, index)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  state[0] = at(state, 0) + a;
  state[1] = at(state, 1) + b;
  state[2] = at(state, 2) + c;
  state[3] = at(state, 3) + d;
  state[4] = at(state, 4) + e;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** The indices are all within bounds; the type checker cannot know. */
function at(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}
