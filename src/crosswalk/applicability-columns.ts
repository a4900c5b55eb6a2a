/** What a column of a statement of applicability can hold. */
export const applicabilityColumns: readonly ["control", "applicable", "status", "justification", "evidence"] = [
  "control",
  "applicable",
  "status",
  "justification",
  "evidence",
];

export type ApplicabilityColumn = (typeof applicabilityColumns)[number];
