import { textOutput, type TextOutput } from "../output.js";
import type { CatalogListing } from "./listing.js";
import { shownControl, type CatalogControls } from "./shown-control.js";

/** Catalogs, or the groups and controls of one, for programs. */
export function catalogListJson(listing: CatalogListing): TextOutput {
  return json(listing);
}

/** Controls of catalogs for programs: `{ controls }`. */
export function catalogShowJson({ controls, nameOf }: CatalogControls): TextOutput {
  return json({ controls: controls.map((each) => shownControl(each, nameOf)) });
}

function json(value: unknown): TextOutput {
  return textOutput([`${JSON.stringify(value, undefined, 2)}\n`]);
}
