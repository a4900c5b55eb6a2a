/** A catalog in a list of catalogs. */
export interface CatalogSummary {
  /** By which a command names it: that of a shipped catalog, or the path of a file as it was given. */
  readonly catalog: string;
  /** The framework that references to its controls begin with. */
  readonly framework?: string;
  readonly title: string;
  readonly version: string;
  readonly shipped: boolean;
  /** Number of its groups, those inside others too. */
  readonly groups: number;
  /** Number of its controls, those inside others too. */
  readonly controls: number;
}

/** A control in the list of a catalog. */
export interface ListedControl {
  /** The reference by which rules and people name it; without a framework, its label, or else its id. */
  readonly control: string;
  readonly id: string;
  readonly title: string;
  readonly controls?: readonly ListedControl[];
}

/** A group in the list of a catalog. */
export interface ListedGroup {
  readonly id?: string;
  readonly label?: string;
  readonly title: string;
  readonly groups?: readonly ListedGroup[];
  readonly controls?: readonly ListedControl[];
}

/** The groups and controls of a catalog, or those of some groups, in the order of the catalog. */
export interface CatalogContents extends CatalogSummary {
  readonly contents: Pick<ListedGroup, "groups" | "controls">;
}

/** What is listed: catalogs, or what is in one. */
export type CatalogListing = { readonly catalogs: readonly CatalogSummary[] } | CatalogContents;

/** Everything in a list of contents in its order, with the number of groups and controls around it. */
export function* rowsOf(
  { groups = [], controls = [] }: CatalogContents["contents"],
  depth = 0,
): Generator<{ readonly depth: number; readonly group?: ListedGroup; readonly control?: ListedControl }> {
  for (const group of groups) {
    yield { depth, group };
    yield* rowsOf(group, depth + 1);
  }
  for (const control of controls) {
    yield { depth, control };
    yield* rowsOf({ controls: control.controls ?? [] }, depth + 1);
  }
}

/** The name by which people know a group or control, and its id where that is another. */
export function nameWithId(name: string | undefined, id: string | undefined): string {
  if (name === undefined || id === undefined || name === id) return name ?? id ?? "";
  return `${name} (${id})`;
}
