/** A period for which records are kept, as catalog/reference/retention.json has it. */
export interface RetentionEntry {
  readonly id: string;
  readonly minimum: { readonly value: number; readonly unit: "month" | "year" } | null;
  readonly [field: string]: unknown;
}

/** The entries by their ids, those with a period with the days that it can have at most. */
export function retentionTable(entries: readonly RetentionEntry[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    entries.map(({ id, minimum, ...rest }) => [
      id,
      minimum === null
        ? rest
        : { ...rest, minimum, days: longest(minimum.unit === "year" ? minimum.value * 12 : minimum.value) },
    ]),
  );
}

/**
 * Periods of law are calendar periods: six months are 181 to 184 days. A number of days is enough for each of them only where it is that of
 * the longest, which is looked for over the 400 years after which the calendar repeats.
 */
function longest(months: number): number {
  let most = 0;
  for (let month = 0; month < 4800; month += 1) {
    most = Math.max(most, (Date.UTC(2000, month + months, 1) - Date.UTC(2000, month, 1)) / 86_400_000);
  }
  return most;
}
