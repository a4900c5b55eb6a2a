/** The shipped catalog and profiles as the tests read them: only the members that the tests look at. */
import { projectText } from "../support/project.js";

export interface Prop {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
}

export interface Link {
  readonly href: string;
  readonly rel?: string;
}

export interface Part {
  readonly id?: string;
  readonly name: string;
  readonly ns?: string;
  readonly title?: string;
  readonly props?: readonly Prop[];
  readonly prose?: string;
  readonly parts?: readonly Part[];
  readonly links?: readonly Link[];
}

export interface Param {
  readonly id: string;
  readonly props?: readonly Prop[];
  readonly label?: string;
  readonly usage?: string;
  readonly guidelines?: readonly { readonly prose: string }[];
  readonly values?: readonly string[];
  readonly select?: unknown;
}

export interface Control {
  readonly id: string;
  readonly class?: string;
  readonly title: string;
  readonly params?: readonly Param[];
  readonly props?: readonly Prop[];
  readonly links?: readonly Link[];
  readonly parts?: readonly Part[];
  readonly controls?: readonly Control[];
}

export interface Group {
  readonly id?: string;
  readonly class?: string;
  readonly title: string;
  readonly params?: readonly Param[];
  readonly props?: readonly Prop[];
  readonly parts?: readonly Part[];
  readonly groups?: readonly Group[];
  readonly controls?: readonly Control[];
}

export interface Metadata {
  readonly title: string;
  readonly "last-modified": string;
  readonly version: string;
  readonly "oscal-version": string;
  readonly props?: readonly Prop[];
  readonly links?: readonly Link[];
  readonly roles?: readonly { readonly id: string }[];
  readonly parties?: readonly { readonly uuid: string; readonly type: string; readonly name: string }[];
  readonly "responsible-parties"?: readonly {
    readonly "role-id": string;
    readonly "party-uuids": readonly string[];
  }[];
  readonly remarks?: string;
}

export interface BackMatter {
  readonly resources?: readonly { readonly uuid: string; readonly title?: string }[];
}

export interface Catalog {
  readonly uuid: string;
  readonly metadata: Metadata;
  readonly groups: readonly Group[];
  readonly "back-matter"?: BackMatter;
}

export interface Profile {
  readonly uuid: string;
  readonly metadata: Metadata;
  readonly imports: readonly {
    readonly href: string;
    readonly "include-all"?: Record<string, never>;
    readonly "include-controls"?: readonly { readonly "with-ids"?: readonly string[] }[];
  }[];
  readonly merge?: { readonly "as-is"?: boolean };
  readonly modify?: {
    readonly "set-parameters"?: readonly { readonly "param-id": string; readonly values?: readonly string[] }[];
  };
  readonly "back-matter"?: BackMatter;
}

/** The namespace of every prop name that is not OSCAL's own. */
export const aimsNamespace = "https://aims-as-code.org/ns/oscal";

export const catalogPath = "catalog/iso-42001.json";

export const profileNames: readonly string[] = [
  "eu-deployer",
  "eu-high-risk-provider",
  "iso-42001-customer",
  "iso-42001-full",
  "iso-42001-phase-1-governance",
  "iso-42001-phase-2-risk",
  "iso-42001-phase-3-data-and-models",
  "iso-42001-phase-4-human-oversight",
  "iso-42001-producer",
  "iso-42001-provider",
  "iso-42001-stage-1-audit",
  "iso-42001-stage-2-audit",
  "iso-42001-starter",
  "small-organization",
  "us-federal-high-impact",
];

export function readCatalog(): Catalog {
  return (JSON.parse(projectText(catalogPath)) as { catalog: Catalog }).catalog;
}

export function readProfile(name: string): Profile {
  return (JSON.parse(projectText(`profiles/${name}.json`)) as { profile: Profile }).profile;
}

/** All groups, outer before inner, in document order. */
export function groupsOf(catalog: Catalog): Group[] {
  const inside = (group: Group): Group[] => [group, ...(group.groups ?? []).flatMap(inside)];
  return catalog.groups.flatMap(inside);
}

/** All controls in document order. */
export function controlsOf(catalog: Catalog): Control[] {
  const inside = (control: Control): Control[] => [control, ...(control.controls ?? []).flatMap(inside)];
  return groupsOf(catalog).flatMap((group) => (group.controls ?? []).flatMap(inside));
}

/** All parts below `parts`, outer before inner. */
export function partsOf(parts: readonly Part[] | undefined): Part[] {
  return (parts ?? []).flatMap((part) => [part, ...partsOf(part.parts)]);
}

export function paramsOf(catalog: Catalog): Param[] {
  return [
    ...groupsOf(catalog).flatMap((group) => group.params ?? []),
    ...controlsOf(catalog).flatMap((control) => control.params ?? []),
  ];
}

/** Values of the props with this name in this namespace (absent: OSCAL's own), in document order. */
export function propValues(props: readonly Prop[] | undefined, name: string, ns?: string): string[] {
  return (props ?? []).filter((prop) => prop.name === name && prop.ns === ns).map((prop) => prop.value);
}

/** Every object inside `value` with its path, for checks that concern the whole document. */
export function nodesOf(value: unknown, path = ""): { path: string; node: unknown }[] {
  const children: [string, unknown][] =
    typeof value === "object" && value !== null ? Object.entries(value as Record<string, unknown>) : [];
  return [{ path, node: value }, ...children.flatMap(([key, child]) => nodesOf(child, `${path}/${key}`))];
}
