/** A deadline by which somebody is told of an incident, as catalog/reference/reporting.json has it. */
export interface ReportingEntry {
  readonly id: string;
  readonly days: number;
  readonly [field: string]: unknown;
}

/** The entries by their ids. */
export function reportingTable(entries: readonly ReportingEntry[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries.map(({ id, ...rest }) => [id, rest]));
}
