/** How a report of an assessment is wanted. */
export interface ReportOptions {
  /** Whether ANSI colours are wanted; only the text report knows any. */
  readonly color: boolean;
  /** Path of the workspace as seen from where the reader of the report stands, with "/"; "" when it is the same folder. */
  readonly workspace: string;
}

/** The descriptor's path as the reader of the report has to write it. */
export function pathOf(file: string, { workspace }: ReportOptions): string {
  return workspace === "" ? file : `${workspace}/${file}`;
}
