import type { Reader } from "./reader.js";

/** Bytes of a head. */
const HEAD = 1 << 16;

/** The first 64 KiB of a file as text, a byte a character: enough to look for words in ASCII. @throws the operating system's error */
export async function headOf(path: string, reader: Reader): Promise<string> {
  let head = "";
  for await (const chunk of reader.chunks(path)) {
    head += Buffer.from(chunk).toString("latin1", 0, HEAD - head.length);
    if (head.length >= HEAD) break;
  }
  return head;
}
