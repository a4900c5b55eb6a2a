import { isIPv4, isIPv6 } from "node:net";

import type { HostBuiltin } from "./rego/value.js";

const cidrIsValid: HostBuiltin = (text = null) => {
  if (typeof text !== "string") return false;
  const slash = text.indexOf("/");
  if (slash === -1) return false;
  const address = text.slice(0, slash);
  const bits = text.slice(slash + 1);
  // Node takes a zone for part of an IPv6 address; a network has none.
  const most = isIPv4(address) ? 32 : isIPv6(address) && !address.includes("%") ? 128 : -1;
  return /^\d{1,9}$/u.test(bits) && Number(bits) <= most;
};

export const netBuiltins: Readonly<Record<string, HostBuiltin>> = { "net.cidr_is_valid": cidrIsValid };
