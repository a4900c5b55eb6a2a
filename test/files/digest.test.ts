import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256OfFile } from "../../src/files/digest.js";
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
