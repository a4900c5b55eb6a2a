import { join } from "node:path";

/** Absolute path of the project's folder. No other script asks for it: run.mjs runs them from elsewhere and answers for this file. */
export const root = join(import.meta.dirname, "..");

/** The folder that may lie beside the project: samples and judges of others. */
export const shared = join(root, "..", "shared");

/** The built program. */
export const program = join(root, "dist", "main.js");

/** Starts a script in a process of its own: `spawnSync(process.execPath, [launcher, "scripts/name.ts", ...])`. */
export const launcher = join(root, "scripts", "run.mjs");
