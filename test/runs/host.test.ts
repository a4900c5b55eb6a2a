import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeHost } from "../../src/runs/host.js";

describe("the folder for compiled rules", () => {
  it.each([
    ["the one of the environment", { XDG_CACHE_HOME: "/var/cache/me" }, "/var/cache/me/aims"],
    ["that of the home, where the environment has none", {}, join(homedir(), ".cache", "aims")],
    ["that of the home, where it is blank", { XDG_CACHE_HOME: "" }, join(homedir(), ".cache", "aims")],
    ["that of the home, where it is a relative path", { XDG_CACHE_HOME: "cache" }, join(homedir(), ".cache", "aims")],
  ])("is %s", (_, env, wanted) => {
    expect(nodeHost("/workspace", env).cache).toBe(wanted);
  });
});
