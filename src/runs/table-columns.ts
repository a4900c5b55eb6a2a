/** What columns of a table with a mapping can hold, for the options that name them. */
export { columnKinds, matchingRationales, type ColumnKind, type NamedColumns } from "../crosswalk/table-columns.js";
