import type { OscalModel } from "../model.js";

/** The identity, contents and references of an OSCAL document. Fields that the document lacks are left out. */
export interface DocumentDescription {
  readonly model: OscalModel;
  readonly title?: string;
  readonly uuid?: string;
  /** Version of the document. */
  readonly version?: string;
  /** Version of OSCAL that the document declares. */
  readonly oscalVersion?: string;
  readonly published?: string;
  readonly lastModified?: string;
  /** The main contents of the model, by kind, in the order of the model; kinds that do not occur are left out. */
  readonly contents: readonly KindCount[];
  readonly roles: readonly RoleDescription[];
  readonly parties: readonly PartyDescription[];
  readonly resources: ResourceCounts;
  /** Documents that it imports or speaks of, in document order. */
  readonly imports: readonly ImportDescription[];
  readonly links: LinkCounts;
  /** Namespaces of props, the one with most props first. */
  readonly namespaces: readonly NamespaceDescription[];
}

export interface KindCount {
  /** In the plural, as the report says it: `controls`, `findings`. */
  readonly kind: string;
  readonly count: number;
  /** The same by state, type or the like: most first, equals in alphabetical order. */
  readonly by?: readonly { readonly value: string; readonly count: number }[];
}

export interface RoleDescription {
  readonly id: string;
  readonly title?: string;
  /** Names, or else UUIDs, of the parties that the metadata makes responsible for it. */
  readonly parties: readonly string[];
}

export interface PartyDescription {
  readonly uuid: string;
  readonly type?: string;
  readonly name?: string;
}

/** Resources of the back matter. */
export interface ResourceCounts {
  readonly count: number;
  /** With at least one link to a file or page. */
  readonly linked: number;
  /** That bring their content with them, in Base64. */
  readonly embedded: number;
  /** To which no "#uuid" of the document leads. */
  readonly unused: number;
}

/** Another document that this one rests on. */
export interface ImportDescription {
  /** JSON pointer to the href. */
  readonly pointer: string;
  /** Where it stands, such as `import-profile` or `source-resource`. */
  readonly kind: string;
  readonly href: string;
  /** The resource of the back matter that a "#uuid" leads to; missing where there is none. */
  readonly resource?: { readonly uuid: string; readonly title?: string };
  /** The hrefs in the end: the resource's, or the href itself. Nothing where a "#uuid" leads nowhere. */
  readonly targets: readonly ImportTarget[];
}

export interface ImportTarget {
  readonly href: string;
  /** Whether the file is there; undefined for an href that is not a relative path, or where nobody looked. */
  readonly exists?: boolean;
}

/** Links and other hrefs but for the imports, by what they lead to. */
export interface LinkCounts {
  /** "#...": something in this document, or in the one that is imported. */
  readonly internal: number;
  /** Files beside the document. */
  readonly relative: number;
  /** With a scheme, such as https. */
  readonly absolute: number;
}

export interface NamespaceDescription {
  readonly namespace: string;
  readonly count: number;
  /** Names of the props, in alphabetical order. */
  readonly names: readonly string[];
}
