/** Whether a path names a table. */
export function isTable(path: string): boolean {
  return /\.csv$/i.test(path);
}
