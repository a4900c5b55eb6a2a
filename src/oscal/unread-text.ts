import { nearest } from "../foundation/nearest.js";
import { oscalModels } from "./model.js";

/** What a text that cannot be read as OSCAL was probably meant to be. */
export type UnreadText =
  /** It names a model of OSCAL, or nearly, or the version of OSCAL that it follows. */
  | "document"
  /** It is empty, or its root element is that of another vocabulary. */
  | "other"
  | "unknown";

/** Looks into a text that no reader could take apart for what it was meant to be. */
export function meantBy(text: string): UnreadText {
  const body = text.slice(preambleLength(text));
  if (body === "") return "other";
  if (text.includes("oscal-version")) return "document";
  const element = /^<(?:[\w.-]{1,100}:)?([\w.-]{1,100})/.exec(body)?.[1];
  const name =
    element ?? /^(?:\{\s*)?(?:"\$schema"\s*:\s*"[^"\n]*"\s*,\s*)?["']?([\w-]{1,100})["']?\s*:/.exec(body)?.[1];
  if (name !== undefined && nearest(name, oscalModels) !== undefined) return "document";
  return element === undefined ? "unknown" : "other";
}

/** Offset of the first mark of a template in a text; undefined where there is none. */
export function templateMark(text: string): number | undefined {
  // OSCAL's own insertions in prose look alike.
  const found = /\{\{(?!\s*insert:)[^{}\n]{0,1000}\}\}|\{%[^%\n]{0,1000}%\}/.exec(text);
  return found?.index;
}

/** What may stand before the first word of a document: blanks, comments, declarations. */
const preambles: readonly RegExp[] = [
  /[\s\uFEFF]+/y,
  /\/\/[^\n]*/y,
  /\/\*[^]*?\*\//y,
  /#[^\n]*/y,
  /---(?=\s|$)/y,
  /%[^\n]*/y,
  /<\?[^]*?\?>/y,
  /<!--[^]*?-->/y,
  /<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>/iy,
];

function preambleLength(text: string): number {
  let at = 0;
  for (;;) {
    const before = at;
    for (const preamble of preambles) {
      preamble.lastIndex = at;
      if (preamble.test(text)) at = preamble.lastIndex;
    }
    if (at === before) return at;
  }
}
