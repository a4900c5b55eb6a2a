import type { Branded } from "./brand.js";

/** A day of the Gregorian calendar, `YYYY-MM-DD`; two of them compare as texts do. */
export type Day = Branded<string, "day">;
