import { formatPointer, valueAt } from "../../../source/pointer.js";
import type { Source, System } from "../../generated/descriptor.js";
import type { RecordPlace } from "./record.js";

type Tree = Record<string, unknown>;

/** Steps to a value in a descriptor; a number is the index of a list's element. Elements are put in order. */
export type Path = readonly (string | number)[];

/**
 * Collects the values of one system descriptor together with where each came from. Keys keep the order in which they were put in,
 * so putting them in the schema's order gives files that people find their way in.
 */
export class DescriptorDraft {
  readonly #tree: Tree;
  readonly #fields: Record<string, Source>;
  readonly #base: Path;

  constructor(tree: Tree = {}, fields: Record<string, Source> = {}, base: Path = []) {
    this.#tree = tree;
    this.#fields = fields;
    this.#base = base;
  }

  /** Puts a value that was read from one place of the source. */
  put(to: Path, value: unknown, source?: Source): void {
    const path = this.#base.length === 0 ? to : [...this.#base, ...to];
    let holder: Tree = this.#tree;
    for (let index = 0; index < path.length - 1; index += 1) {
      const step = path[index] ?? "";
      // Paths are written in the importers and never come from a file, so plain assignment is safe.
      holder[step] ??= typeof path[index + 1] === "number" ? [] : {};
      holder = holder[step] as Tree;
    }
    holder[path.at(-1) ?? ""] = value;
    if (source) this.#fields[formatPointer(path)] = source;
  }

  /** A draft of the value at the path: values put into it are put there. */
  part(path: Path): DescriptorDraft {
    return new DescriptorDraft(this.#tree, this.#fields, [...this.#base, ...path]);
  }

  /** Whether nothing has been put into it. */
  get isEmpty(): boolean {
    return valueAt(this.#tree, formatPointer(this.#base)) === undefined;
  }

  /**
   * The descriptor; its shape is that of the schema as far as the paths were right, which a validator has to confirm.
   * @param importer name under which the importer is registered
   * @param place of the record, from which every value without a source of its own came
   */
  finish(importer: string, { file, record, line, pointer }: RecordPlace): System {
    const origin: Source = {
      importer,
      file,
      record,
      line,
      ...(pointer === undefined ? {} : { pointer }),
      confidence: "declared",
    };
    return {
      ...this.#tree,
      provenance: { default: origin, ...(Object.keys(this.#fields).length > 0 ? { fields: this.#fields } : {}) },
    } as unknown as System;
  }
}
