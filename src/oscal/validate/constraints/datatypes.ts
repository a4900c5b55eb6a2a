/** A datatype that a `matches` constraint asks for: what it looks like, in words, and a test where the model has no pattern for it. */
export interface ConstraintDatatype {
  /** As it follows "Write ...". */
  readonly form: string;
  readonly isValid?: (text: string) => boolean;
}

/** A URI or a reference relative to one, by the characters that it may hold (RFC 3986, appendix A). */
const uriReference = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|[^\0-\x7F]|%[\dA-Fa-f]{2})*$/u;

const ipv4Part = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

/** By name (Metaschema specification, "Data Types"): those that constraints of OSCAL name. */
export const constraintDatatypes: Readonly<Record<string, ConstraintDatatype>> = {
  date: { form: "a day that exists, such as 2026-04-14" },
  "date-time": {
    form: "a date and time that exists, such as 2026-04-14T09:00:00Z",
    isValid: isDateTime,
  },
  "date-time-with-timezone": {
    form: "a date and time that exists, with its time zone, such as 2026-04-14T09:00:00Z",
  },
  integer: { form: "a whole number, such as 3", isValid: (text) => /^-?\d+$/.test(text) },
  "ip-v4-address": { form: "an IPv4 address, such as 192.0.2.1", isValid: isIpv4Address },
  "ip-v6-address": { form: "an IPv6 address, such as 2001:db8::1", isValid: isIpv6Address },
  uri: { form: "an absolute URI, such as https://example.org/plan", isValid: (text) => uriReference.test(text) },
  "uri-reference": {
    form: "a URI, or a path relative to this document, without blanks",
    isValid: (text) => uriReference.test(text),
  },
  uuid: { form: "a UUID of version 4 or 5, such as 6b2f9c3e-0d4a-4f59-9a51-2c7e8d1f0b64" },
};

/** A time zone may be missing. */
function isDateTime(text: string): boolean {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1, 4).map(Number);
  return day !== undefined && day >= 1 && day <= daysIn(year ?? 0, month ?? 0);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isIpv4Address(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => ipv4Part.test(part));
}

/** Groups of up to four hexadecimal digits, one run of them left out by "::", the last two as IPv4 where one likes (RFC 4291). */
function isIpv6Address(text: string): boolean {
  if (text.length > 45) return false;
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === "" ? [] : half.split(":")));
  const last = groups.at(-1)?.at(-1);
  const hasIpv4 = last?.includes(".") === true;
  if (hasIpv4 && !isIpv4Address(last)) return false;
  const all = groups.flat();
  const plain = hasIpv4 ? all.slice(0, -1) : all;
  if (!plain.every((group) => /^[\dA-Fa-f]{1,4}$/.test(group))) return false;
  const length = plain.length + (hasIpv4 ? 2 : 0);
  return halves.length === 2 ? length <= 7 : length === 8;
}
