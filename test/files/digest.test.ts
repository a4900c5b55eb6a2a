import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DigestedFiles, sha256OfFile } from "../../src/files/digest.js";
import { nodeReader } from "../../src/files/reader.js";
import { temporaryFolder } from "../support/folder.js";

describe("sha256OfFile", () => {
  it("gives the hash of the bytes", async () => {
    const root = temporaryFolder();
    const bytes = Buffer.alloc(300_000, "aims");
    writeFileSync(join(root, "r.bin"), bytes);
    expect(await sha256OfFile(join(root, "r.bin"), nodeReader)).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("throws what the operating system says where there is no file", async () => {
    await expect(sha256OfFile(join(temporaryFolder(), "none"), nodeReader)).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("DigestedFiles", () => {
  const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

  it("knows the digest of what was read, whole or in pieces, even where the file has changed meanwhile", async () => {
    const root = temporaryFolder();
    const [whole, pieces] = [join(root, "whole"), join(root, "pieces")];
    const bytes = Buffer.alloc(600_000, "aims");
    for (const path of [whole, pieces]) writeFileSync(path, bytes);
    const digests = new DigestedFiles(nodeReader);
    expect(bytes.equals(digests.reader.bytes(whole))).toBe(true);
    const read: Uint8Array[] = [];
    for await (const chunk of digests.reader.chunks(pieces)) read.push(chunk);
    expect(bytes.equals(Buffer.concat(read))).toBe(true);
    for (const path of [whole, pieces]) writeFileSync(path, "other");
    expect([whole, pieces].map((path) => digests.of(path))).toEqual([sha256(bytes), sha256(bytes)]);
  });

  it("knows none of a file that was not read to its end, or not at all", async () => {
    const root = temporaryFolder();
    const path = join(root, "long");
    writeFileSync(path, Buffer.alloc(600_000, "aims"));
    const digests = new DigestedFiles(nodeReader);
    for await (const chunk of digests.reader.chunks(path)) if (chunk.length > 0) break;
    expect(digests.of(path)).toBeUndefined();
    const missing = join(root, "none");
    expect(() => digests.reader.bytes(missing)).toThrow("ENOENT");
    await expect(sha256OfFile(missing, digests.reader)).rejects.toMatchObject({ code: "ENOENT" });
    expect(digests.of(missing)).toBeUndefined();
  });
});
