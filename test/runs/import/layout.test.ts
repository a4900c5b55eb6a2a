import { describe, expect, it } from "vitest";
import type { System } from "../../../src/inventory/generated/descriptor.js";
import { layouts } from "../../../src/runs/import/layout.js";

function system(importer: string): System {
  return {
    kind: "system",
    id: "a-1",
    name: "A",
    provenance: { default: { importer, file: "x", record: 1, line: 2 } },
  };
}

describe.each(Object.entries(layouts))("the layout %s", (_name, { path, text, mark }) => {
  it("marks a file with the importer of its descriptors, and with no other", () => {
    expect(text(system("one"))).toContain(mark("one"));
    expect(text(system("one-more"))).not.toContain(mark("one"));
    expect(text(system("more-one"))).not.toContain(mark("one"));
  });

  it("puts a descriptor below systems/, in a file or folder of its group", () => {
    expect(path("group", system("one"))).toMatch(/^systems\/group[./]/);
  });
});
