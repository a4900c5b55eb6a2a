/** What a column of a mapping can hold. */
export const columnKinds: readonly [
  "source",
  "target",
  "relationship",
  "strength",
  "coverage",
  "remarks",
  "provenance",
  "confidence",
  "matching-rationale",
] = [
  "source",
  "target",
  "relationship",
  "strength",
  "coverage",
  "remarks",
  "provenance",
  "confidence",
  "matching-rationale",
];

export type ColumnKind = (typeof columnKinds)[number];

/** Names of columns that somebody gives, by what they hold. */
export type NamedColumns = Readonly<Partial<Record<ColumnKind, string>>>;

/** The words of a matching rationale (OSCAL, `matching-rationale`). */
export const matchingRationales: readonly ["syntactic", "semantic", "functional"] = [
  "syntactic",
  "semantic",
  "functional",
];

export type MatchingRationale = (typeof matchingRationales)[number];

/** The name of a column without what people write in different ways: capital letters, blanks, signs, and a note that it is optional. */
export function plainHeader(name: string): string {
  return name
    .toLowerCase()
    .replace(/\((?:optional|required)\)/g, "")
    .replace(/[^a-z0-9]+/g, "");
}
