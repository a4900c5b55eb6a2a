import type { SourceFile } from "../diagnostics/source-file.js";
import { hrefFrom } from "./profile/documents.js";
import { shippedAddress } from "./shipped.js";

export { hrefFrom } from "./profile/documents.js";

/**
 * The href by which a document names a profile: the address of one that ships with aims, or else the way to its file.
 * @param folder absolute path of the folder that the document goes to
 */
export function profileHref(file: SourceFile, folder: string): string {
  return shippedAddress(file) ?? hrefFrom(folder, file);
}
