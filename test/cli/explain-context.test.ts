import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";

describe("a name under a profile or in a workspace that cannot be used", () => {
  it.each([
    [["log-retention-days"], 'error unknown-profile: There is no shipped profile "nope".'],
    [["log-retention"], 'error unknown-profile: There is no shipped profile "nope".'],
    [["log-retention-days", "../nonexist"], 'error no-workspace: There is no folder "../nonexist".'],
    [["log-retention", "../nonexist"], 'error no-workspace: There is no folder "../nonexist".'],
  ])("is answered with the reason, and 2: %j", async (args, words) => {
    const folder = temporaryFolder({
      "aims.yaml": "profile: nope\n",
      "systems/a.yaml": "kind: system\nid: a\nname: A\n",
    });
    const { code, stderr } = await aimsHere(["explain", ...args], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});
