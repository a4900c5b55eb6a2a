import { createHash, type Hash } from "node:crypto";
import type { Sha256 } from "../foundation/sha256.js";
import type { Reader } from "./reader.js";

/** SHA-256 of a file as 64 hexadecimal digits, read as a stream. @throws the operating system's error */
export async function sha256OfFile(path: string, reader: Reader): Promise<Sha256> {
  const hash = createHash("sha256");
  for await (const chunk of reader.chunks(path)) hash.update(chunk);
  return hash.digest("hex");
}

/** Takes the digests of files while they are read, so that each is that of the very bytes that were read, and costs no second reading. */
export class DigestedFiles {
  /** Reads as the reader beneath it does. */
  readonly reader: Reader;
  readonly #digests = new Map<string, Sha256>();

  constructor(beneath: Reader) {
    this.reader = {
      stat: (path) => beneath.stat(path),
      realPath: (path) => beneath.realPath(path),
      list: (path, options, done) => {
        beneath.list(path, options, done);
      },
      standardInput: () => beneath.standardInput(),
      bytes: (path) => {
        this.#digests.delete(path);
        const bytes = beneath.bytes(path);
        this.#digests.set(path, createHash("sha256").update(bytes).digest("hex"));
        return bytes;
      },
      chunks: (path) => this.#passed(path, createHash("sha256"), beneath.chunks(path)),
    };
  }

  /** The digest of a file as it was read last; undefined where it was not read to its end. */
  of(path: string): Sha256 | undefined {
    return this.#digests.get(path);
  }

  async *#passed(path: string, hash: Hash, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    this.#digests.delete(path);
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
    this.#digests.set(path, hash.digest("hex"));
  }
}
