/** The rules of a workspace, compiled beside those that ship with aims. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { loadPolicyInstance } from "../../src/policy/evaluate/policy-instance.js";
import { policyDigest } from "../../src/policy/compiled-policy.js";
import type { Rule } from "../../src/policy/rule.js";
import { shippedPolicy } from "../../src/workspace/policy.js";
import { loaded, observed, said, says } from "../support/own-policy.js";

describe("rules of a workspace", () => {
  it("are a module of their own beside the one that ships with aims", async () => {
    const own = await loaded({ near: says('"own"') });
    const [shipped] = shippedPolicy().policy.modules;
    const digests = own.policy.modules.map(({ wasmSha256 }) => wasmSha256);
    const [first, second] = digests;
    expect([own.own.map(({ id }) => id), first, digests.length]).toEqual([["near"], shipped?.wasmSha256, 2]);
    const ids = (rules: readonly Rule[]): string[] => rules.map(({ id }) => id);
    expect(ids(own.policy.rules)).toEqual([...ids(shippedPolicy().policy.rules), "near"].sort());
    const instance = await loadPolicyInstance(own.policy.modules[1]?.wasm ?? new Uint8Array());
    expect([...instance.entrypoints.keys()].sort()).toEqual([
      "aims/entry/near/verdict",
      "aims/entry/organization",
      "aims/entry/system",
    ]);
    const text = `${String(first)}\n${String(second)}\n`;
    expect(policyDigest(own.policy)).toBe(createHash("sha256").update(text).digest("hex"));
  });

  it("answer together with those that ship with aims", async () => {
    const { policy } = await loaded({ near: says('"own"') });
    const shipped = shippedPolicy();
    expect(await observed({ ...shipped, policy }, "near")).toEqual(said("own"));
    expect(await observed({ ...shipped, policy }, "owner-assigned")).toEqual(await observed(shipped, "owner-assigned"));
  });

  it.each([
    ["a library, by an import", "import data.aims.lib.dates\n", 'dates.precision("2026-11-01")', "day"],
    ["a library, by a name in brackets", "", 'data["aims"].lib.dates.precision("2026-11-01")', "day"],
    ["a rule, and what that reads", "", "data.aims.rules.owner_assigned.verdict.missing != set()", "true"],
    ["another package of the workspace", "", "data.acme.lib.two", "2"],
  ])("read %s", async (_, imports, value, message) => {
    const own = await loaded({ near: `${imports}${says(value)}`, lib: "package acme.lib\n\ntwo := 2\n" });
    expect(await observed(own, "near")).toEqual(said(message));
  });
});
