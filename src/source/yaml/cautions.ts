import { visit, type Document, type Scalar } from "yaml";
import { problem } from "../../diagnostics/codes/syntax.js";
import { limits } from "../../foundation/limits.js";
import type { TextProblem } from "../place.js";
import { restOfLine } from "./lines.js";

/**
 * What YAML reads otherwise than its writer may think, and no error: the document declares an older version, a number begins with a zero,
 * a text ends before a comment that may belong to it, or begins with an anchor.
 * @param text the file that holds the document
 */
export function cautionsOf(document: Document, text: string): TextProblem[] {
  const cautions: TextProblem[] = [];
  const { explicit, version } = document.directives?.yaml ?? {};
  if (explicit === true && version === "1.1") {
    const offset = text.slice(0, document.range?.[0]).lastIndexOf("%YAML");
    cautions.push({ offset: Math.max(0, offset), diagnostic: (place) => problem("yaml-version", place) });
  }
  const repeated = new Set<string>();
  visit(document, {
    Alias: (_key, { source }) => {
      repeated.add(source);
    },
  });
  visit(document, {
    Scalar: (key, node) => {
      if (cautions.length >= limits.diagnosticsPerFile) return visit.BREAK;
      if (key !== "key") cautions.push(...ofScalar(node, text, repeated));
      return undefined;
    },
  });
  return cautions;
}

function ofScalar(node: Scalar, text: string, repeated: ReadonlySet<string>): TextProblem[] {
  const { anchor, source = "", value, range, type } = node;
  if (!range) return [];
  const [start, end] = range;
  const cautions: TextProblem[] = [];
  if (anchor !== undefined && !repeated.has(anchor) && (type === "PLAIN" || value === null)) {
    const offset = text.lastIndexOf(`&${anchor}`, start);
    const whole = `&${anchor} ${source}`.trim();
    if (offset >= 0) {
      cautions.push({ offset, diagnostic: (place) => problem("unused-anchor", place, { name: anchor, whole }) });
    }
  }
  if (type === "PLAIN" && typeof value === "number" && /^[-+]?0\d+$/.test(source)) {
    cautions.push({ offset: start, diagnostic: (place) => problem("leading-zero", place, { literal: source }) });
  }
  if (type === "PLAIN" && typeof value === "string") {
    const comment = /^[ \t]+(#\d.*)$/.exec(restOfLine(text, end))?.[1]?.trimEnd();
    if (comment !== undefined) {
      const whole = `${source} ${comment}`;
      const offset = text.indexOf("#", end);
      cautions.push({ offset, diagnostic: (place) => problem("text-in-comment", place, { comment, whole }) });
    }
  }
  return cautions;
}
