import { Buffer } from "node:buffer";

import { numberFromBigInt, RegoObject } from "./rego/value.js";
import type { HostBuiltin, RegoEntry } from "./rego/value.js";

const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** The bytes of a UUID as such, as URN, between any two characters (braces, as a rule), or as bare digits. */
function uuidBytes(text: string): Buffer | undefined {
  const length = Buffer.byteLength(text);
  let middle = text;
  if (length === 45) {
    if (!/^urn:uuid:/iu.test(text)) return undefined;
    middle = text.slice(9);
  } else if (length === 38) {
    middle = Buffer.from(text, "utf8").subarray(1, 37).toString("latin1");
  }
  if (!CANONICAL.test(middle) && !(length === 32 && /^[0-9a-f]{32}$/iu.test(middle))) return undefined;
  return Buffer.from(middle.replaceAll("-", ""), "hex");
}

function variantOf(byte: number): string {
  if ((byte & 0xc0) === 0x80) return "RFC4122";
  if ((byte & 0xe0) === 0xc0) return "Microsoft";
  return (byte & 0xe0) === 0xe0 ? "Future" : "Reserved";
}

const DOMAINS = ["Person", "Group", "Org"];

function addressKind(byte: number): string {
  return `${(byte & 2) === 2 ? "local" : "global"}:${(byte & 1) === 1 ? "multicast" : "unicast"}`;
}

/** From 1582-10-15, where the time of a UUID begins, to 1970-01-01, in units of 100 ns. */
const EPOCH = 122_192_928_000_000_000n;

/** The parts of a UUID: version and variant, and for versions 1 and 2 time, clock sequence and node as well. */
const parse: HostBuiltin = (text = null) => {
  const bytes = typeof text === "string" ? uuidBytes(text) : undefined;
  if (bytes === undefined) return undefined;
  const version = bytes.readUInt8(6) >> 4;
  const entries: RegoEntry[] = [
    ["version", version],
    ["variant", variantOf(bytes.readUInt8(8))],
  ];
  if (version === 1 || version === 2) {
    const high = BigInt(bytes.readUInt16BE(6) & 0xfff);
    const time = (high << 48n) | (BigInt(bytes.readUInt16BE(4)) << 32n) | BigInt(bytes.readUInt32BE(0));
    entries.push(
      ["time", numberFromBigInt(BigInt.asIntN(64, (time - EPOCH) * 100n))],
      ["nodeid", (bytes.subarray(10).toString("hex").match(/../gu) ?? []).join("-")],
      ["macvariables", addressKind(bytes.readUInt8(10))],
      ["clocksequence", bytes.readUInt16BE(8) & 0x3fff],
    );
  }
  if (version === 2) {
    const domain = bytes.readUInt8(9);
    entries.push(["id", bytes.readUInt32BE(0)], ["domain", DOMAINS[domain] ?? `Domain${String(domain)}`]);
  }
  return RegoObject.of(entries);
};

export const uuidBuiltins: Readonly<Record<string, HostBuiltin>> = { "uuid.parse": parse };
