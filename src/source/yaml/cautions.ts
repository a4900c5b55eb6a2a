import { isPair, isScalar, isSeq, visit, type Document, type Pair, type Scalar } from "yaml";
import { problem } from "../../diagnostics/codes/syntax.js";
import { limits } from "../../foundation/limits.js";
import type { HoldsText } from "../document.js";
import type { TextProblem } from "../place.js";
import { formatPointer } from "../pointer.js";
import { restOfLine } from "./lines.js";

/**
 * What YAML reads otherwise than its writer may think, and no error: the document declares an older version, a number begins with a zero,
 * a text ends before a comment that may belong to it or be all of it, or begins with an anchor.
 * @param text the file that holds the document
 */
export function cautionsOf(document: Document, text: string, holds: HoldsText): TextProblem[] {
  const cautions: TextProblem[] = [];
  const { explicit, version } = document.directives?.yaml ?? {};
  if (explicit === true && version === "1.1") {
    const offset = text.slice(0, document.range?.[0]).lastIndexOf("%YAML");
    cautions.push({ offset: Math.max(0, offset), diagnostic: (place) => problem("yaml-version", place) });
  }
  let asked = 0;
  const repeated = new Set<string>();
  visit(document, {
    Alias: (_key, { source }) => {
      repeated.add(source);
    },
  });
  visit(document, {
    Scalar: (key, node, path) => {
      if (cautions.length >= limits.diagnosticsPerFile) return visit.BREAK;
      if (key === "key") return undefined;
      cautions.push(...ofScalar(node, text, repeated));
      // Of comments without end, the first are enough: each question costs a validation.
      const comment = asked < 10 * limits.diagnosticsPerFile ? commentBehind(node, path.at(-1), text) : undefined;
      if (comment !== undefined) asked += 1;
      if (comment === undefined || !holds(pointerTo([...path, node]), comment.whole)) return undefined;
      const { offset, ...told } = comment;
      cautions.push({ offset, diagnostic: (place) => problem("text-in-comment", place, told) });
      return undefined;
    },
  });
  return cautions;
}

function ofScalar(node: Scalar, text: string, repeated: ReadonlySet<string>): TextProblem[] {
  const { anchor, source = "", value, range, type } = node;
  if (!range) return [];
  const [start] = range;
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
  return cautions;
}

/** A comment that begins like a number of something, behind a text without quotes or in the place of one. */
function commentBehind(
  { type, value, source = "", range }: Scalar,
  parent: unknown,
  text: string,
): { readonly offset: number; readonly comment: string; readonly whole: string } | undefined {
  if (type !== "PLAIN" || !range) return undefined;
  const isText = typeof value === "string";
  const key = isPair(parent) && isScalar(parent.key) ? parent.key : undefined;
  const end = isText ? range[1] : source === "" ? key?.range?.[1] : undefined;
  if (end === undefined) return undefined;
  const comment = (isText ? /^[ \t]+(#\d.*)$/ : /^[ \t]*:[ \t]+(#\d.*)$/).exec(restOfLine(text, end))?.[1]?.trimEnd();
  if (comment === undefined) return undefined;
  return { offset: text.indexOf("#", end), comment, whole: `${source} ${comment}`.trim() };
}

/** The JSON pointer of the last of the nodes, each of which stands in the one before it. */
function pointerTo(nodes: readonly unknown[]): string {
  return formatPointer(
    nodes.flatMap((node, index): (string | number)[] => {
      if (isPair(node)) return [keyOf(node)];
      const around = nodes[index - 1];
      return isSeq(around) ? [around.items.indexOf(node)] : [];
    }),
  );
}

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}
