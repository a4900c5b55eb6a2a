import { closeSync, readSync, rmSync, unlinkSync, writeSync } from "node:fs";
import type { Spool } from "./writer.js";
import { noLongerTemporary, removeOnExit, openTemporary } from "./write.js";

const CHUNK = 1 << 16;

/**
 * Lines that are written once and read several times, kept in a file so that memory does not grow with them.
 * The file is gone with the process.
 */
export class LineSpool implements Spool {
  /** Where the file has kept its name: without it, somebody else may have the name by now. */
  readonly #path: string | undefined;
  readonly #descriptor: number;
  #pending: string[] = [];
  #pendingLength = 0;
  #size = 0;
  #closed = false;

  /** @param folder an existing folder to put the file into @throws the operating system's error */
  constructor(folder: string) {
    const { path, descriptor } = openTemporary(folder);
    this.#descriptor = descriptor;
    // An open file lives on without its name, and so goes away even when the process is killed; Windows does not let go of the name.
    if (process.platform === "win32") removeOnExit((this.#path = path));
    else unlinkSync(path);
  }

  /** @param line text without a line break */
  add(line: string): void {
    this.#requireOpen();
    this.#pending.push(line, "\n");
    this.#pendingLength += line.length + 1;
    if (this.#pendingLength >= CHUNK) this.#flush();
  }

  *lines(): Generator<string> {
    this.#requireOpen();
    this.#flush();
    const chunk = Buffer.alloc(CHUNK);
    let rest: Buffer = Buffer.alloc(0);
    for (let offset = 0; offset < this.#size;) {
      this.#requireOpen();
      const read = readSync(this.#descriptor, chunk, 0, CHUNK, offset);
      if (read === 0) break;
      offset += read;
      const text = rest.length > 0 ? Buffer.concat([rest, chunk.subarray(0, read)]) : chunk.subarray(0, read);
      let start = 0;
      for (let end = text.indexOf(0x0a); end >= 0; end = text.indexOf(0x0a, start)) {
        yield text.toString("utf8", start, end);
        start = end + 1;
      }
      rest = Buffer.from(text.subarray(start));
    }
  }

  /** Removes the file; the spool cannot be used afterwards. Does nothing the second time. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeSync(this.#descriptor);
    if (this.#path === undefined) return;
    rmSync(this.#path, { force: true });
    noLongerTemporary(this.#path);
  }

  /** The number of a closed descriptor may be that of another file by now. */
  #requireOpen(): void {
    if (this.#closed) throw new Error("The lines were closed and can no longer be read or added to.");
  }

  #flush(): void {
    if (this.#pendingLength === 0) return;
    const bytes = Buffer.from(this.#pending.join(""), "utf8");
    for (let offset = 0; offset < bytes.length;)
      offset += writeSync(this.#descriptor, bytes, offset, bytes.length - offset, this.#size + offset);
    this.#size += bytes.length;
    this.#pending = [];
    this.#pendingLength = 0;
  }
}
