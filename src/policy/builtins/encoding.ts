import { Buffer } from "node:buffer";

import type { HostBuiltin } from "./rego/value.js";

function onString(encode: (text: string) => string | undefined): HostBuiltin {
  return (text = null) => (typeof text === "string" ? encode(text) : undefined);
}

function decodeHex(text: string): string | undefined {
  // Bytes that are not UTF-8 come out as U+FFFD, as in OPA's JSON output.
  return /^(?:[0-9A-Fa-f]{2})*$/u.test(text) ? Buffer.from(text, "hex").toString("utf8") : undefined;
}

/** Form encoding: space as plus, and everything percent-encoded but letters, digits and - _ . ~ */
function encodeQuery(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("%20", "+")
    .replace(/[!'()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decodeQuery(text: string): string | undefined {
  if (/%(?![0-9A-Fa-f]{2})/u.test(text)) return undefined;
  const plain = text.replaceAll("+", " ");
  return plain.replace(/(?:%[0-9A-Fa-f]{2})+/gu, (escapes) =>
    Buffer.from(escapes.replaceAll("%", ""), "hex").toString("utf8"),
  );
}

export const encodingBuiltins: Readonly<Record<string, HostBuiltin>> = {
  "hex.encode": onString((text) => Buffer.from(text, "utf8").toString("hex")),
  "hex.decode": onString(decodeHex),
  "base64url.encode_no_pad": onString((text) => Buffer.from(text, "utf8").toString("base64url")),
  "urlquery.encode": onString(encodeQuery),
  "urlquery.decode": onString(decodeQuery),
};
