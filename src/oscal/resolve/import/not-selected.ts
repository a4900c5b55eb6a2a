import type { Group } from "../../model/generated/types.js";
import { candidatesOfCatalog } from "./control-choice.js";
import type { OpenedImport } from "./select-controls.js";

/** Something of an imported catalog that the import may not have selected. */
export interface ImportedItem {
  /** The import's. */
  readonly href: string;
  /** The control that it is or belongs to. */
  readonly control: string;
}

/** Looks up what imports have to select from: the first question goes through their catalogs, since most profiles never ask. */
export class Imported {
  readonly #imports: readonly OpenedImport[];
  #controls: ReadonlyMap<string, ImportedItem> | undefined;
  #parameters: ReadonlyMap<string, ImportedItem> | undefined;

  constructor(imports: readonly OpenedImport[]) {
    this.#imports = imports;
  }

  control(id: string): ImportedItem | undefined {
    this.#controls ??= this.#collect(({ id: control }) => [control]);
    return this.#controls.get(id);
  }

  /** A parameter of a control. */
  parameter(id: string): ImportedItem | undefined {
    this.#parameters ??= this.#collect(({ params = [] }) => params.map((param) => param.id));
    return this.#parameters.get(id);
  }

  #collect(idsOf: (control: NonNullable<Group["controls"]>[number]) => readonly string[]): Map<string, ImportedItem> {
    const items = new Map<string, ImportedItem>();
    for (const { catalog, directive } of this.#imports) {
      for (const { control } of candidatesOfCatalog(catalog)) {
        for (const id of idsOf(control))
          if (!items.has(id)) items.set(id, { href: directive.href, control: control.id });
      }
    }
    return items;
  }
}
