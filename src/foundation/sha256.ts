import type { Branded } from "./brand.js";

/** A SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. */
export type Sha256 = Branded<string, "SHA-256">;
