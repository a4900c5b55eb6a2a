/** UUID version 5 (RFC 9562 section 5.5) of a name in a namespace. */
export function uuidV5(namespace: string, name: string): string {
  const words = digestWords([bytesOf(namespace), name]);
  const [a, b, c, d] = [at(words, 0), at(words, 1), at(words, 2), at(words, 3)];
  const middle = hexOfWord((b & 0xffff0fff) | 0x5000);
  const end = hexOfWord((c & 0x3fffffff) | 0x80000000);
  return `${hexOfWord(a)}-${middle.slice(0, 4)}-${middle.slice(4)}-${end.slice(0, 4)}-${end.slice(4)}${hexOfWord(d)}`;
}

/** The namespace asked for last: most names are made in one. */
let lastNamespace = "";
let lastBytes = new Uint8Array();

function bytesOf(namespace: string): Uint8Array {
  if (namespace === lastNamespace) return lastBytes;
  const hex = namespace.replaceAll("-", "");
  const bytes = new Uint8Array(hex.length >> 1);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  lastNamespace = namespace;
  lastBytes = bytes;
  return bytes;
}

/**
 * SHA-1 (FIPS 180-4) of a text in UTF-8 or of bytes, for names and identities; it protects nothing.
 * Written out because the modules that need it also run where there is no `node:crypto`.
 * @returns 20 bytes
 */
export function sha1(...pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const words = digestWords(pieces);
  const digest = new Uint8Array(20);
  for (let index = 0; index < 20; index += 1) digest[index] = at(words, index >> 2) >>> (24 - 8 * (index & 3));
  return digest;
}

const encoder = new TextEncoder();
// Room that every call uses anew: most texts are names of less than two blocks, and making room would take longer than the digest.
const state = new Int32Array(5);
const schedule = new Int32Array(80);
/** Code units of a text for which there is not yet room for the most bytes that they could take. */
const LONG = 1 << 12;
/** Bytes of room beyond which it is let go of again. */
const MOST_ROOM = 1 << 16;
let room = new Uint8Array(256);

/** @returns the five words of the digest, until the next call */
function digestWords(pieces: readonly (string | Uint8Array)[]): Int32Array {
  let length = 0;
  for (const each of pieces) {
    const piece = typeof each === "string" && each.length > LONG ? encoder.encode(each) : each;
    // A code unit takes at most three bytes; behind the text there is room for its padding.
    reserve(length + (typeof piece === "string" ? 3 : 1) * piece.length + 72, length);
    if (typeof piece === "string") length += encoder.encodeInto(piece, room.subarray(length)).written;
    else {
      room.set(piece, length);
      length += piece.length;
    }
  }
  const end = Math.ceil((length + 9) / 64) * 64;
  room.fill(0, length, end);
  room[length] = 0x80;
  writeWord(end - 8, Math.floor(length / 0x2000_0000));
  writeWord(end - 4, length << 3);
  state.set([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  for (let block = 0; block < end; block += 64) {
    for (let index = 0; index < 16; index += 1) schedule[index] = readWord(block + index * 4);
    compress(state, schedule);
  }
  if (room.length > MOST_ROOM) room = new Uint8Array(256);
  return state;
}

/** Makes room for a number of bytes. @param used those at the beginning that are kept */
function reserve(bytes: number, used: number): void {
  if (bytes <= room.length) return;
  const larger = new Uint8Array(Math.max(bytes, 2 * room.length));
  larger.set(room.subarray(0, used));
  room = larger;
}

function readWord(offset: number): number {
  return (
    ((room[offset] ?? 0) << 24) |
    ((room[offset + 1] ?? 0) << 16) |
    ((room[offset + 2] ?? 0) << 8) |
    (room[offset + 3] ?? 0)
  );
}

function writeWord(offset: number, word: number): void {
  room[offset] = word >>> 24;
  room[offset + 1] = word >>> 16;
  room[offset + 2] = word >>> 8;
  room[offset + 3] = word;
}

function hexOfWord(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
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

/** Namespace of all names that aims turns into UUIDs: v5 of "https://aims-as-code.org/" in the URL namespace of RFC 9562. */
export const projectNamespace: string = uuidV5("6ba7b811-9dad-11d1-80b4-00c04fd430c8", "https://aims-as-code.org/");
