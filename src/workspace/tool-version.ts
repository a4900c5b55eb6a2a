import { readPackageJson } from "../files/package.js";

/** The version of aims that runs. */
export function toolVersion(): string {
  return (readPackageJson("package.json") as { version: string }).version;
}
