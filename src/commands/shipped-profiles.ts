import { readdirSync } from "node:fs";
import { packageFile } from "../source/package-files.js";

/** Names of the profiles that ship with aims. */
export function shippedProfiles(): string[] {
  return readdirSync(packageFile("profiles"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}
