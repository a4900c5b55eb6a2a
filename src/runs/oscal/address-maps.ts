import type { AddressMapping, AddressMaps } from "../../workspace/profile.js";
import type { Host } from "../host.js";

/** The maps of a request, whose paths start from the host's folder, as the loading of a profile takes them. */
export function mapsOf(
  { maps }: { readonly maps?: readonly AddressMapping[] },
  { folder }: Pick<Host, "folder">,
): { readonly maps?: AddressMaps } {
  return maps === undefined ? {} : { maps: { mappings: maps, folder } };
}
