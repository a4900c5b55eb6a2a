import { Buffer, isUtf8 } from "node:buffer";

import type { HostBuiltin } from "./rego/value.js";

function onString(encode: (text: string) => string | undefined): HostBuiltin {
  return (text = null) => (typeof text === "string" ? encode(text) : undefined);
}

function decodeHex(text: string): string | undefined {
  return /^(?:[0-9A-Fa-f]{2})*$/u.test(text) ? textOfBytes(Buffer.from(text, "hex")) : undefined;
}

/** Bytes that are not UTF-8 come out as U+FFFD, one for each as in OPA's JSON output. */
function textOfBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const length = [1, 2, 3, 4].find((count) => at + count <= bytes.length && isUtf8(bytes.subarray(at, at + count)));
    text += length === undefined ? "\ufffd" : bytes.toString("utf8", at, at + length);
    at += length ?? 1;
  }
  return text;
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;

function base64Bytes(text: string): Buffer | undefined {
  const line = text.replace(/[\r\n]/gu, "");
  return BASE64.test(line) ? Buffer.from(line, "base64") : undefined;
}

function decodeBase64(text: string): string | undefined {
  const bytes = base64Bytes(text);
  return bytes && textOfBytes(bytes);
}

/** Padding may be left out, then all of it. */
function decodeBase64Url(text: string): string | undefined {
  if (/[+/]/u.test(text)) return undefined;
  const padding = text.endsWith("=") ? "" : ["", undefined, "==", "="][Buffer.byteLength(text) % 4];
  if (padding === undefined) return undefined;
  return decodeBase64((text + padding).replaceAll("-", "+").replaceAll("_", "/"));
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
  "base64.decode": onString(decodeBase64),
  "base64.is_valid": (text = null) => typeof text === "string" && base64Bytes(text) !== undefined,
  "base64url.decode": onString(decodeBase64Url),
  "base64url.encode_no_pad": onString((text) => Buffer.from(text, "utf8").toString("base64url")),
  "urlquery.encode": onString(encodeQuery),
  "urlquery.decode": onString(decodeQuery),
};
