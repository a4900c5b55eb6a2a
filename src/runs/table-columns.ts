/** What columns of a statement of applicability can hold, for the option that names them. */
export { applicabilityColumns, type ApplicabilityColumn } from "../crosswalk/applicability-columns.js";
/** What columns of a table with a mapping can hold, for the options that name them. */
export { columnKinds, matchingRationales, type NamedColumns } from "../crosswalk/table-columns.js";
