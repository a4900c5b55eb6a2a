import { closeSync, readSync, rmSync, unlinkSync, writeSync } from "node:fs";
import type { Spool } from "./writer.js";
import { noLongerTemporary, removeOnExit, openTemporary } from "./write.js";

const CHUNK = 1 << 16;
/** Room for most lines: what is read for one that has no neighbours among those that are wanted. */
const FEW = 1 << 11;

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
  /** Bytes that are written, or wait to be. */
  #end = 0;
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

  /**
   * @param line text without a line break
   * @returns its position: the number of bytes before it
   */
  add(line: string): number {
    this.#requireOpen();
    const position = this.#end;
    this.#pending.push(line, "\n");
    this.#pendingLength += line.length + 1;
    this.#end += Buffer.byteLength(line, "utf8") + 1;
    if (this.#pendingLength >= CHUNK) this.#flush();
    return position;
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

  /** One piece of the file is kept at a time: neighbours are read together, and lines that lie far apart each by itself. */
  *linesAt(positions: Iterable<number>): Generator<string> {
    this.#requireOpen();
    this.#flush();
    let piece = Buffer.alloc(CHUNK);
    let from = 0;
    let length = 0;
    // Lines that were found in the piece after the one that it was read for.
    let neighbours = 0;
    for (const position of positions) {
      this.#requireOpen();
      const within = (): boolean => position >= from && position < from + length;
      const endOfLine = (): number => piece.subarray(0, length).indexOf(0x0a, position - from);
      let end = within() ? endOfLine() : -1;
      const first = neighbours > 1 ? CHUNK : FEW;
      neighbours = end < 0 ? 0 : neighbours + 1;
      for (let size = first; end < 0; size *= 2) {
        if (size > piece.length) piece = Buffer.alloc(size);
        from = position;
        length = readSync(this.#descriptor, piece, 0, size, from);
        if (length === 0) throw new RangeError(`There is no line at ${String(position)}.`);
        end = endOfLine();
      }
      yield piece.toString("utf8", position - from, end);
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
