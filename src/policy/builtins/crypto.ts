import { createHash } from "node:crypto";

import type { HostBuiltin } from "./rego/value.js";

function digest(algorithm: "sha256" | "sha1" | "md5"): HostBuiltin {
  return (text = null) =>
    typeof text === "string" ? createHash(algorithm).update(text, "utf8").digest("hex") : undefined;
}

/** Hexadecimal digests of a string's UTF-8 bytes. */
export const cryptoBuiltins: Readonly<Record<string, HostBuiltin>> = {
  "crypto.sha256": digest("sha256"),
  "crypto.sha1": digest("sha1"),
  "crypto.md5": digest("md5"),
};
