import { referenceOf } from "../../assessment/control-reference.js";
import { defined } from "../../foundation/defined.js";
import type { Catalog, Control, Group } from "../../oscal/model.js";
import { propertyValue } from "../../oscal/properties.js";
import { catalogControls } from "../../oscal/resolved-profile.js";
import type { CatalogContents, CatalogSummary, ListedControl, ListedGroup } from "../../report/catalog.js";
import type { KnownCatalog } from "../../workspace/catalogs.js";

/** A catalog as a list of catalogs shows it. */
export function summaryOf({ name, framework, catalog, file }: KnownCatalog): CatalogSummary {
  const { title, version } = catalog.metadata;
  return {
    catalog: name,
    ...defined({ framework }),
    ...{ title, version, shipped: file === undefined },
    groups: groupsIn(catalog).length,
    controls: [...catalogControls(catalog)].length,
  };
}

/** The groups and controls of a catalog in its order, or the groups that are given. */
export function contentsOf(of: Catalog | readonly Group[]): CatalogContents["contents"] {
  const { groups = [], controls = [] } = "metadata" in of ? of : { groups: of };
  return { ...listOf("groups", groups.map(listedGroup)), ...listOf("controls", controls.map(listedControl)) };
}

/** The groups of the names, each once and in the order of the catalog; undefined where there are no names. */
export function groupsCalled(
  names: readonly string[] | undefined,
  catalog: Catalog,
): { readonly groups?: readonly Group[]; readonly unknown: readonly string[] } {
  if (names === undefined) return { unknown: [] };
  const all = groupsIn(catalog);
  const called = (name: string): Group | undefined =>
    all.find((group) => namesOf(group).includes(name)) ??
    all.find((group) => namesOf(group).some((each) => each.toLowerCase() === name.toLowerCase()));
  const wanted = new Set(names.map(called));
  return {
    groups: all.filter((group) => wanted.has(group)),
    unknown: names.filter((name) => called(name) === undefined),
  };
}

/** Names that a group of the catalog can be asked for by. */
export function namesOfGroups(catalog: Catalog): string[] {
  return groupsIn(catalog).flatMap(namesOf);
}

function groupsIn({ groups = [] }: Pick<Group, "groups">): Group[] {
  return groups.flatMap((group) => [group, ...groupsIn(group)]);
}

function namesOf({ id, props }: Group): string[] {
  return [propertyValue(props, "label"), id].flatMap((name) => name ?? []);
}

function listedGroup({ id, title, props, groups = [], controls = [] }: Group): ListedGroup {
  return {
    ...defined({ id, label: propertyValue(props, "label") }),
    title,
    ...listOf("groups", groups.map(listedGroup)),
    ...listOf("controls", controls.map(listedControl)),
  };
}

function listedControl(control: Control): ListedControl {
  const { id, title, controls = [] } = control;
  return { control: referenceOf(control), id, title, ...listOf("controls", controls.map(listedControl)) };
}

/** A property with a list; nothing where the list is empty. */
function listOf<Name extends string, Item>(name: Name, items: readonly Item[]): Partial<Record<Name, readonly Item[]>> {
  return (items.length === 0 ? {} : { [name]: items }) as Partial<Record<Name, readonly Item[]>>;
}
