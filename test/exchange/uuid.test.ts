import { describe, expect, it } from "vitest";
import { workspaceUuids } from "../../src/exchange/oscal/identities.js";

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
