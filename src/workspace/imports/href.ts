import { fileURLToPath } from "node:url";
import { normalAddress } from "./address-map.js";

/** The address that an href means, in its normal form: what it says itself, or relative to the address of its document. */
export function addressOf(href: string, base: string): string | undefined {
  if (hasScheme(href)) return normalAddress(href);
  if (base.startsWith("file:") || !URL.canParse(href, base)) return undefined;
  return normalAddress(new URL(href, base).href);
}

export function hasScheme(href: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(href);
}

export function withoutFragment(uri: string): string {
  return uri.replace(/#.*$/s, "");
}

/** Absolute path of the file that an href means, seen from the document at `base`; undefined where it means no file. */
export function importedPath(href: string, base: string): string | undefined {
  const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
  if (url?.protocol !== "file:") return undefined;
  url.search = "";
  url.hash = "";
  try {
    return fileURLToPath(url);
  } catch {
    // Another host, or escapes that make no path.
    return undefined;
  }
}
