import { createHash } from "node:crypto";
import { byCodeUnit } from "../../foundation/order.js";
import { formatOfName, formatOfText } from "../../oscal/read.js";

/** Characters of a folder's or a file's name, as far as every disk takes them. */
const longestName = 100;

/**
 * Names the copies of documents after their addresses, host and path, so that people find them.
 * @param known names that addresses have already; they stay
 * @param documents content by address
 * @returns paths with "/" by address, no two of which are one file on any disk
 */
export function fileNames(
  known: ReadonlyMap<string, string>,
  documents: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, string> {
  const names = new Map(known);
  const taken = new Set<string>();
  const folders = new Set<string>();
  const take = (name: string): void => {
    const key = name.toLowerCase();
    taken.add(key);
    for (let end = key.lastIndexOf("/"); end > 0; end = key.lastIndexOf("/", end - 1)) folders.add(key.slice(0, end));
  };
  for (const name of known.values()) take(name);
  const isFree = (name: string): boolean => {
    const key = name.toLowerCase();
    if (taken.has(key) || folders.has(key)) return false;
    for (let end = key.lastIndexOf("/"); end > 0; end = key.lastIndexOf("/", end - 1)) {
      if (taken.has(key.slice(0, end))) return false;
    }
    return true;
  };
  const added = [...documents].filter(([address]) => !known.has(address)).sort(([a], [b]) => byCodeUnit(a, b));
  for (const [address, bytes] of added) {
    const readable = readableName(address, bytes);
    const name = isFree(readable) ? readable : withMark(readable, address);
    names.set(address, name);
    take(name);
  }
  return names;
}

function readableName(address: string, bytes: Uint8Array): string {
  const { host, pathname, search } = new URL(address);
  const folders = pathname.split("/").filter((segment) => segment !== "");
  const name = [host, ...(folders.length === 0 ? ["document"] : folders)].map(safeName).join("/");
  const ending = formatOfName(name) === undefined ? `.${formatOfText(Buffer.from(bytes).toString("utf8"))}` : "";
  return search === "" ? name + ending : withMark(name + ending, address);
}

/** A segment of an address as a name that every disk takes, and that hides nothing. */
function safeName(segment: string): string {
  let text = segment;
  try {
    text = decodeURIComponent(segment);
  } catch {
    // Not percent-encoded after all.
  }
  const name = text.replace(/[^\w.+~@-]/g, "_").replace(/^\.+|\.+$/g, "_");
  const short = name.length <= longestName ? name : withMark(name.slice(-longestName), segment);
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(short) ? `_${short}` : short;
}

/** The name with a part of the address's digest before its ending. */
function withMark(name: string, address: string): string {
  const mark = createHash("sha256").update(address).digest("hex").slice(0, 8);
  const dot = name.lastIndexOf(".");
  return dot > name.lastIndexOf("/") + 1 ? `${name.slice(0, dot)}-${mark}${name.slice(dot)}` : `${name}-${mark}`;
}
