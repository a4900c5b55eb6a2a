import { problem as fileProblem } from "../../diagnostics/codes/files.js";
import { problem } from "../../diagnostics/codes/workspace.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { profileOf } from "../../oscal/model.js";
import type { LoadFailure } from "../../oscal/resolve.js";
import type { SourceDocument } from "../../source/document.js";
import { placeOf, type Place } from "../../source/place.js";
import { whereNamed } from "./named-file.js";

/** The imports of a profile that name the href themselves, not by way of a resource. */
export function importPointers(href: string, document: SourceDocument): string[] {
  return (profileOf(document)?.imports ?? []).flatMap((each, index) =>
    each.href === href ? [`/profile/imports/${String(index)}/href`] : [],
  );
}

/** The fault of an import: inside the document that it names, or else where the profile names it. */
export function atImport(
  href: string,
  place: Place,
  { failure, fix, diagnostics }: LoadFailure,
  unread: Diagnostic | undefined,
  refused: boolean,
): readonly Diagnostic[] {
  if (refused) {
    const told = { how: "import", path: href, fix } as const;
    return [fileProblem("path-outside-workspace", placeOf(place.document, place.pointer), told)];
  }
  if (unread !== undefined) return [whereNamed(unread, href, place)];
  return (
    diagnostics ?? [problem("import-not-local", placeOf(place.document, place.pointer), { href, why: failure, fix })]
  );
}
