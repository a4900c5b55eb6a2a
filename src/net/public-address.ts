import { BlockList, isIPv6 } from "node:net";

/** Addresses that are not of one machine in the public internet (IANA's registries of special-purpose addresses). */
const notPublic = new BlockList();
for (const [address, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  notPublic.addSubnet(address, bits, "ipv4");
}
/** What is given out as IPv6 addresses of the public internet; everything else is local, or means something else. */
const publicIPv6 = new BlockList();
publicIPv6.addSubnet("2000::", 3, "ipv6");
for (const [address, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  notPublic.addSubnet(address, bits, "ipv6");
}

/**
 * Whether an address is one of the public internet: not private, loopback, link-local, multicast or reserved.
 * @param address IPv4 or IPv6, as the system's resolver writes it
 */
export function isPublicAddress(address: string): boolean {
  if (!isIPv6(address)) return !notPublic.check(address, "ipv4");
  const inside = embeddedIPv4(address);
  if (inside !== undefined) return isPublicAddress(inside);
  return publicIPv6.check(address, "ipv6") && !notPublic.check(address, "ipv6");
}

/** The IPv4 address that an IPv6 address stands for: mapped (RFC 4291), or translated by the network (RFC 6052). */
function embeddedIPv4(address: string): string | undefined {
  // As the WHATWG writes it: in hexadecimal throughout, without a zone.
  const text = new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname.slice(1, -1);
  const groups = /^(?:::ffff|64:ff9b:):(?:([\da-f]{1,4}):)?([\da-f]{1,4})$/.exec(text);
  if (groups === null) return undefined;
  const [high, low] = [Number.parseInt(groups[1] ?? "0", 16), Number.parseInt(groups[2] ?? "0", 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
