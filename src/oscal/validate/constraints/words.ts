/** The content of an index of the metaschema, in words. */
export interface IndexWords {
  /** One entry, as it follows "no ...". */
  readonly what: string;
  /** By what an entry is found. */
  readonly by: "id" | "uuid";
  /** Where entries are defined. */
  readonly where: string;
}

const metadata = (what: string, by: IndexWords["by"], property: string): IndexWords => ({
  what,
  by,
  where: `"${property}" of the metadata`,
});

const implementation = (what: string, property = "components"): IndexWords => ({
  what,
  by: "uuid",
  where: `"${property}" of the system implementation`,
});

/** By name of the index. The metaschema names an index, but has no words for what it holds. */
export const indexWords: Readonly<Record<string, IndexWords>> = {
  "by-component-export-provided-uuid": { what: "provided capability", by: "uuid", where: '"provided" of an export' },
  "by-component-uuid": {
    what: "by-component",
    by: "uuid",
    where: '"by-components" of an implemented requirement or its statements',
  },
  "catalog-controls": { what: "control", by: "id", where: '"controls"' },
  "catalog-groups": { what: "group", by: "id", where: '"groups"' },
  "catalog-groups-controls-parts": {
    what: "group, control or part",
    by: "id",
    where: '"groups", "controls" or "parts"',
  },
  "catalog-params": { what: "param", by: "id", where: '"params"' },
  "catalog-parts": { what: "part", by: "id", where: '"parts"' },
  "catalog-props": { what: "prop", by: "uuid", where: '"props"' },
  "index-back-matter-resource": { what: "resource", by: "uuid", where: '"resources" of the back matter' },
  "index-metadata-location-uuid": metadata("location", "uuid", "locations"),
  "index-metadata-party-organizations-uuid": metadata('party of the type "organization"', "uuid", "parties"),
  "index-metadata-party-uuid": metadata("party", "uuid", "parties"),
  "index-metadata-property-uuid": metadata("prop", "uuid", "props"),
  "index-metadata-role-id": metadata("role", "id", "roles"),
  "index-metadata-role-ids": metadata("role", "id", "roles"),
  "index-system-component-uuid": { what: "component", by: "uuid", where: '"components"' },
  "index-system-implementation-component-uuid": implementation("component"),
  "index-system-implementation-component-uuid-service": implementation('component of the type "service"'),
  "index-system-implementation-component-uuid-validation": implementation('component of the type "validation"'),
  "index-system-implementation-leveraged-authorization-uuid": implementation(
    "leveraged authorization",
    "leveraged-authorizations",
  ),
};

const digits = (length: number, names: string): string =>
  `${String(length)} hexadecimal digits, as ${names} has them, or name the algorithm that made the hash`;

/** By id of a constraint that asks for a regular expression: what it stands for, as it follows "Write ...". */
export const regexForms: Readonly<Record<string, string>> = {
  "oscal-check-hash-length-SHA2-3-224": digits(56, "SHA-224 or SHA3-224"),
  "oscal-check-hash-length-SHA2-3-256": digits(64, "SHA-256 or SHA3-256"),
  "oscal-check-hash-length-SHA2-3-384": digits(96, "SHA-384 or SHA3-384"),
  "oscal-check-hash-length-SHA2-3-512": digits(128, "SHA-512 or SHA3-512"),
  "oscal-metadata-link-resource-fragment-datatype":
    "a URI fragment without #: letters, digits and - . _ ~ / ? ! $ & ' ( ) * + , ; = : @, all else as % and two hexadecimal digits",
  "oscal-metadata-location-address-country-regex": "a country as two capital letters (ISO 3166-1), such as CH",
  "oscal-metadata-telephone-number-regex": "a telephone number as 4 to 15 digits only, such as 41441234567",
};
