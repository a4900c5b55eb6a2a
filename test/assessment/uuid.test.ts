import { describe, expect, it } from "vitest";
import { uuidV5, workspaceUuids } from "../../src/assessment/uuid.js";

describe("uuidV5", () => {
  it("equals the test vector of RFC 9562 (appendix A.4)", () => {
    expect(uuidV5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com")).toBe(
      "2ed6657d-e927-568b-95e1-2665a8aea6a2",
    );
  });
});

describe("workspaceUuids", () => {
  it("depends on the organization, the kind and every part of the key, and not on where the parts are joined", () => {
    const bank = workspaceUuids("bank");
    const distinct = [
      bank("a", "b", "c"),
      bank("a", "bc"),
      bank("ab", "c"),
      bank("a", "c", "b"),
      workspaceUuids("other")("a", "b", "c"),
    ];
    expect(new Set(distinct).size).toBe(distinct.length);
    expect(bank("a", "b", "c")).toBe(workspaceUuids("bank")("a", "b", "c"));
  });
});
