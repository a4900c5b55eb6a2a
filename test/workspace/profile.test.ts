import { describe, expect, it } from "vitest";
import { nodeReader } from "../../src/files/reader.js";
import { loadProfile, type ProfileRequest } from "../../src/workspace/profile.js";
import { temporaryFolder } from "../support/folder.js";

const request = (): ProfileRequest => ({ folder: temporaryFolder(), lastModified: "2026-01-01T00:00:00Z" });

describe("in place of a profile's path", () => {
  it("the address of one that ships with aims is its name", async () => {
    const byAddress = await loadProfile("aims:profile/iso-42001-starter", request(), nodeReader);
    const byName = await loadProfile("iso-42001-starter", request(), nodeReader);
    expect(byAddress.value?.name).toBe("iso-42001-starter");
    expect(byAddress.value?.resolution.document).toEqual(byName.value?.resolution.document);
  });

  it("another address of that kind is answered with the names", async () => {
    const { problems } = await loadProfile("aims:profile/iso-42001-startr", request(), nodeReader);
    expect(problems).toMatchObject([
      { code: "unknown-profile", fix: expect.stringContaining('"iso-42001-starter"') as string },
    ]);
  });

  it("any other address is not fetched", async () => {
    const { problems } = await loadProfile("https://example.org/profile.json", request(), nodeReader);
    expect(problems).toMatchObject([
      { code: "address-not-fetched", message: expect.stringContaining('"https://example.org/profile.json"') as string },
    ]);
  });
});
