import { isIPv4, isIPv6 } from "node:net";

import type { HostBuiltin } from "./rego/value.js";

/** An address as Go compares it: IPv4-mapped ones are IPv4. */
interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

interface Network {
  /** The first address. */
  readonly first: Address;
  readonly last: Address;
  /** Bits that all its addresses share, of those of the first address. */
  readonly prefix: number;
  /** Written as an IPv6 network that is not a mapped one. */
  readonly plainIPv6: boolean;
}

const MAPPED = 0xffffn;

function addressOf(text: string): Address | undefined {
  if (isIPv4(text)) return { bits: 32, value: ipv4Value(text) };
  // Node takes a zone for part of an IPv6 address; Go's addresses have none.
  return isIPv6(text) && !text.includes("%") ? unmapped(ipv6Value(text)) : undefined;
}

function unmapped(value: bigint): Address {
  return value >> 32n === MAPPED ? { bits: 32, value: value & 0xffff_ffffn } : { bits: 128, value };
}

function ipv4Value(text: string): bigint {
  return text.split(".").reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function ipv6Value(text: string): bigint {
  // The last 32 bits may be written as an IPv4 address.
  const tail = /[^:]*\.[^:]*$/u.exec(text)?.[0];
  const groups = tail === undefined ? text : text.slice(0, -tail.length) + hexGroups(ipv4Value(tail));
  const [before = "", after] = groups.split("::");
  const [head, rest] = [before, after ?? ""].map((part) => (part === "" ? [] : part.split(":"))) as [
    string[],
    string[],
  ];
  const zeros = Array<string>(after === undefined ? 0 : 8 - head.length - rest.length).fill("0");
  return [...head, ...zeros, ...rest].reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

function hexGroups(value: bigint): string {
  return `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
}

function networkOf(text: string): Network | undefined {
  const slash = text.indexOf("/");
  if (slash === -1) return undefined;
  const [address, length] = [text.slice(0, slash), text.slice(slash + 1)];
  const written = isIPv4(address) ? 32 : isIPv6(address) && !address.includes("%") ? 128 : -1;
  if (!/^\d{1,9}$/u.test(length) || Number(length) > written) return undefined;
  const rest = BigInt(written - Number(length));
  const value = ((written === 32 ? ipv4Value(address) : ipv6Value(address)) >> rest) << rest;
  const end = value | ((1n << rest) - 1n);
  if (written === 32) {
    const [first, last] = [value, end].map((each): Address => ({ bits: 32, value: each })) as [Address, Address];
    return { first, last, prefix: Number(length), plainIPv6: false };
  }
  const first = unmapped(value);
  const prefix = first.bits === 32 ? Math.max(Number(length) - 96, 0) : Number(length);
  return { first, last: unmapped(end), prefix, plainIPv6: first.bits === 128 };
}

function contains({ first, prefix }: Network, address: Address): boolean {
  if (first.bits !== address.bits) return false;
  const rest = BigInt(first.bits - prefix);
  return first.value >> rest === address.value >> rest;
}

const cidrContains: HostBuiltin = (cidr = null, other = null) => {
  const network = typeof cidr === "string" ? networkOf(cidr) : undefined;
  if (network === undefined || typeof other !== "string") return undefined;
  const address = addressOf(other);
  if (address !== undefined) return contains(network, address);
  const inner = networkOf(other);
  if (inner === undefined) return undefined;
  if (network.plainIPv6 && inner.plainIPv6) return network.prefix <= inner.prefix && contains(network, inner.first);
  return contains(network, inner.first) && contains(network, inner.last);
};

const cidrIntersects: HostBuiltin = (first = null, second = null) => {
  const [a, b] = [first, second].map((text) => (typeof text === "string" ? networkOf(text) : undefined));
  return a && b && (contains(a, b.first) || contains(b, a.first));
};

export const netBuiltins: Readonly<Record<string, HostBuiltin>> = {
  "net.cidr_is_valid": (text = null) => typeof text === "string" && networkOf(text) !== undefined,
  "net.cidr_contains": cidrContains,
  "net.cidr_intersects": cidrIntersects,
};
