import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importers, type ImporterName } from "../../src/inventory/importers.js";
import { schemaErrors } from "./importers/validate-system.js";

describe.each(Object.keys(importers) as ImporterName[])("the importer %s", (name) => {
  const entry = importers[name];

  it("has a name that can stand in a path and in a descriptor, and one line of help", () => {
    expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(entry.summary).toMatch(/^[^\n]{10,100}[^.\n]$/);
  });

  it("writes a workspace with an organization and a profile that is shipped", async () => {
    const { workspace } = await entry.load();
    expect(schemaErrors("organization")({ kind: "organization", ...workspace.organization })).toBe("");
    expect(readdirSync("profiles")).toContain(`${workspace.profile}.json`);
  });

  it("begins with nothing counted", async () => {
    const session = (await entry.load()).start(name);
    expect(session.units()).toEqual([]);
    expect(session.facts().map(({ count }) => count)).toEqual(session.facts().map(() => 0));
  });
});
