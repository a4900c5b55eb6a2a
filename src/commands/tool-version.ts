import { readPackageJson } from "../source/package-files.js";

/** The version of aims that runs. */
export function toolVersion(): string {
  return (readPackageJson("package.json") as { version: string }).version;
}
