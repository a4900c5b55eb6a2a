/** What the schemas tell to a reader and to an editor. */
import { describe, expect, it } from "vitest";
import { projectText, type Json } from "../support/project.js";

const names = ["descriptor", "overlay", "results", "suppressions", "workspace"] as const;
const written = names.filter((name) => name !== "results");
type JsonObject = Readonly<Record<string, Json>>;

function schema(name: (typeof names)[number]): JsonObject {
  return JSON.parse(projectText(`schemas/${name}.schema.json`)) as JsonObject;
}

function isObject(value: Json | undefined): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every schema inside a schema, with its path; the properties and definitions among them are named. */
function* inside(node: Json | undefined, path: string, named: boolean): Generator<[string, JsonObject, boolean]> {
  if (!isObject(node)) return;
  yield [path, node, named];
  for (const [key, value] of Object.entries(node)) {
    if ((key === "properties" || key === "$defs") && isObject(value)) {
      for (const [name, inner] of Object.entries(value)) yield* inside(inner, `${path}/${name}`, true);
    } else if (key === "items" || key === "additionalProperties") yield* inside(value, `${path}/${key}`, false);
  }
}

const all = (list: readonly (typeof names)[number][]): [string, JsonObject, boolean][] =>
  list.flatMap((name) => [...inside(schema(name), name, true)]);

describe("the schemas", () => {
  it("describe every property and definition", () => {
    const silent = all(names).filter(
      ([, { description }, named]) => named && (typeof description !== "string" || description.trim() === ""),
    );
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  it("say what each allowed value means, in the documents that people write", () => {
    const unequal = all(written).filter(
      ([, node]) =>
        Array.isArray(node["enum"]) &&
        (node["enumDescriptions"] as Json[] | undefined)?.filter(
          (each) => typeof each === "string" && each.trim() !== "",
        ).length !== node["enum"].length,
    );
    expect(unequal.map(([path]) => path)).toEqual([]);
  });

  it("carry their name and version in their $id", () => {
    const ids = names.map((name) => schema(name)["$id"]);
    expect(ids).toEqual([
      "https://aims-as-code.org/schemas/descriptor-2.0.schema.json",
      "https://aims-as-code.org/schemas/overlay-1.0.schema.json",
      "https://aims-as-code.org/schemas/results-1.3.schema.json",
      "https://aims-as-code.org/schemas/suppressions-1.0.schema.json",
      "https://aims-as-code.org/schemas/workspace-1.2.schema.json",
    ]);
  });
});

describe("the field reference", () => {
  it("has an example of every field that holds one value", () => {
    const rows = ["system", "organization", "evidence", "decisions", "workspace", "suppressions", "overlay"].flatMap(
      (page) =>
        projectText(`docs/reference/${page}.md`)
          .split("\n")
          .filter((line) => line.startsWith("| `"))
          .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
          .map(([, field = "", value = "", , example = ""]) => ({ field: `${page} ${field}`, value, example })),
    );
    const object = /^(?:object|list|list of \[|\[provenance\])/;
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.filter(({ value, example }) => example === "" && !object.test(value))).toEqual([]);
  });
});
