import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { SourceFile } from "../../src/diagnostics/source-file.js";
import { packageFile, packageRoot } from "../../src/files/package.js";
import { standardInput } from "../../src/files/read.js";
import { Viewpoint } from "../../src/files/viewpoint.js";

/** The names of files as seen from a folder, where some paths were spelled out. */
function names(folder: string, spelled: readonly string[], files: readonly SourceFile[]): string[] {
  return files.map(new Viewpoint(folder, spelled).nameOf);
}

describe("the name of a file", () => {
  it("is its path seen from the folder", () => {
    expect(names("/ws", [], ["/ws/a.yaml", "/ws/systems/b.yaml", "/ws", "/other/c.yaml", "/ws-2/d.yaml", "/"])).toEqual(
      [...["a.yaml", "systems/b.yaml", ".", "../other/c.yaml", "../ws-2/d.yaml", ".."]],
    );
  });

  it("is as it was spelled, where it was", () => {
    const files = ["/ws/a.yaml", "/ws/b.yaml", "/other/c.yaml"];
    expect(names("/ws", ["./a.yaml", "x/../b.yaml", "../ws/../other/c.yaml"], files)).toEqual([
      ...["./a.yaml", "x/../b.yaml", "../ws/../other/c.yaml"],
    ]);
    expect(names("/ws", ["./a.yaml"], ["/ws/b.yaml"])).toEqual(["b.yaml"]);
  });

  it("below a folder that was spelled begins with that, the innermost of several", () => {
    const below = ["/ws/in", "/ws/in/a.yaml", "/ws/in/deep/b.yaml", "/ws/in-2/c.yaml"];
    expect(names("/ws", ["./in/"], below)).toEqual(["./in", "./in/a.yaml", "./in/deep/b.yaml", "in-2/c.yaml"]);
    expect(names("/ws", ["./in", "in//deep"], below)).toEqual([
      ...["./in", "./in/a.yaml", "in//deep/b.yaml", "in-2/c.yaml"],
    ]);
    expect(names("/ws/in", [".."], ["/ws/a.yaml", "/ws/in/b.yaml", "/ws"])).toEqual([
      "../a.yaml",
      "../in/b.yaml",
      "..",
    ]);
  });

  it("below the folder itself has nothing before it", () => {
    expect(names("/ws", ["."], ["/ws", "/ws/a.yaml", "/ws/in/b.yaml", "/other"])).toEqual([
      ...[".", "a.yaml", "in/b.yaml", "../other"],
    ]);
  });

  it("is absolute where an absolute path was spelled, its neighbours' too", () => {
    expect(names("/ws", ["/data/in/a.yaml"], ["/data/in/a.yaml", "/data/in/b.yaml", "/data/in/x/c.yaml"])).toEqual([
      ...["/data/in/a.yaml", "/data/in/b.yaml", "/data/in/x/c.yaml"],
    ]);
    expect(names("/ws", ["/data/in/a.yaml"], ["/data/c.yaml", "/ws/d.yaml"])).toEqual(["../data/c.yaml", "d.yaml"]);
    expect(names("/ws", ["/"], ["/", "/etc/a.yaml"])).toEqual(["/", "/etc/a.yaml"]);
  });

  it("of what ships with aims is its path in the package with the name of that, unless it was spelled or one is in the package", () => {
    const files = ["catalog", "profiles", "rules", "schemas"].map((folder) => packageFile(folder, "in", "a.json"));
    const shipped = ["catalog/in/a.json", "profiles/in/a.json", "rules/in/a.json", "schemas/in/a.json"];
    const named = shipped.map((path) => `aims-as-code/${path}`);
    expect(names("/ws", [], files)).toEqual(named);
    expect(names(packageFile("profiles"), [], files)).toEqual(named);
    expect(names(packageRoot(), [], files)).toEqual(shipped);
    expect(names(packageFile("profiles"), ["in"], [packageFile("profiles", "in", "a.json")])).toEqual(["in/a.json"]);
    expect(names("/ws", [packageFile("rules")], files)).toEqual([
      ...[packageFile("catalog", "in", "a.json"), packageFile("profiles", "in", "a.json")],
      ...[packageFile("rules", "in", "a.json"), packageFile("schemas", "in", "a.json")],
    ]);
    expect(names(packageRoot(), [], [packageFile("examples", "a.yaml"), packageFile("package.json")])).toEqual([
      ...["examples/a.yaml", "package.json"],
    ]);
  });

  it("of a document that another one carries is that one's name and the uuid", () => {
    const uuid = "#00000000-0000-4000-8000-000000000001";
    expect(names("/ws", ["./p.json"], [`/ws/p.json${uuid}`, `/ws/q.json${uuid}`, `${standardInput}${uuid}`])).toEqual([
      ...[`./p.json${uuid}`, `q.json${uuid}`, `standard-input${uuid}`],
    ]);
    expect(names("/ws/#1", [], ["/ws/#1/a.json", "/ws/#2/a#b.json"])).toEqual(["a.json", "../#2/a#b.json"]);
  });

  it("is the identity where that is not a file on a disk", () => {
    expect(names("/ws", ["."], [standardInput, "rules/own.rego", "inline.json"])).toEqual([
      ...["standard-input", "rules/own.rego", "inline.json"],
    ]);
  });
});

describe("a diagnostic as it is printed", () => {
  const found: Diagnostic = {
    code: "output-conflict",
    severity: "error",
    message: '"/ws/in/a.json" and "/ws/in/a.xml" would both be written here, "/ws/in/a.json" first.',
    file: "/ws/out/a.yaml",
    line: 3,
    column: 1,
    pointer: "/catalog",
    fix: "See /ws/in/a.json.",
    mentions: ["/ws/in/a.json", "/ws/in/a.xml"],
  };

  it("has names in place of identities, in the message too, and its properties in their order", () => {
    const printed = new Viewpoint("/ws", ["./in"]).printed(found);
    expect(printed).toEqual({
      code: "output-conflict",
      severity: "error",
      message: '"./in/a.json" and "./in/a.xml" would both be written here, "./in/a.json" first.',
      file: "out/a.yaml",
      line: 3,
      column: 1,
      pointer: "/catalog",
      fix: "See /ws/in/a.json.",
    });
    expect(Object.keys(printed)).toEqual(Object.keys(found).filter((key) => key !== "mentions"));
    expect(found.file).toBe("/ws/out/a.yaml");
  });

  it("keeps its words where it mentions nothing, whatever they say", () => {
    const { mentions, ...bare } = found;
    expect(mentions).toHaveLength(2);
    expect(new Viewpoint("/ws").printed(bare)).toEqual({ ...bare, file: "out/a.yaml" });
    const nowhere: Diagnostic = { code: "no-workspace", severity: "error", message: "There is no folder." };
    expect(new Viewpoint("/ws").printed(nowhere)).toEqual(nowhere);
  });

  it("puts a name as it is, whatever signs are in it", () => {
    const file = "/ws/$&-$1.json";
    const { message } = new Viewpoint("/ws").printed({ ...found, message: `"${file}" is read.`, mentions: [file] });
    expect(message).toBe('"$&-$1.json" is read.');
  });

  it("cannot be mistaken for one that is not printed yet", () => {
    const viewpoint = new Viewpoint("/ws");
    const name = viewpoint.nameOf("/ws/a.yaml");
    // @ts-expect-error -- a name is not an identity
    const file: SourceFile = name;
    // @ts-expect-error -- nor is what was printed found anew
    const again: Diagnostic = viewpoint.printed(found);
    expect([file, again.file]).toEqual(["a.yaml", join("out", "a.yaml")]);
  });
});
