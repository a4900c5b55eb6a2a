import type { XmlLeftOut } from "../xml-tree.js";
import { withLineFeeds } from "./characters.js";

/** Markup other than tags: what is left out of the tree, or the text of a CDATA section. */
interface OtherMarkup {
  readonly kind: XmlLeftOut["kind"] | "text";
  readonly text: string;
  /** Offset behind it. */
  readonly end: number;
}

/** The comment at an offset; undefined where the parser has to read it, here as in the next ones. */
export function comment(text: string, at: number): OtherMarkup | undefined {
  const end = text.indexOf("--", at + 4);
  if (!text.startsWith("<!--", at) || end < 0 || text.charCodeAt(end + 2) !== 0x3e) return undefined;
  return { kind: "comment", text: withLineFeeds(text.slice(at + 4, end)), end: end + 3 };
}

export function section(text: string, at: number): OtherMarkup | undefined {
  const end = text.indexOf("]]>", at + 9);
  if (end < 0 || !text.startsWith("<![CDATA[", at)) return undefined;
  return { kind: "text", text: withLineFeeds(text.slice(at + 9, end)), end: end + 3 };
}

export function instruction(text: string, at: number): OtherMarkup | undefined {
  const end = text.indexOf("?>", at + 2);
  const target = /^[A-Za-z_][\w.-]*(?=[ \t\r\n]|$)/.exec(text.slice(at + 2, end))?.[0];
  if (end < 0 || target === undefined || /^xml$/i.test(target)) return undefined;
  return { kind: "processing-instruction", text: target, end: end + 2 };
}

/** Offset behind a byte order mark and the XML declaration, as far as they are there and plain. */
export function declarationEnd(text: string): number {
  return declaration.exec(text)?.[0].length ?? 0;
}

const declaration =
  /^\ufeff?(?:<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"(?:[Uu][Tt][Ff]-8|[Uu][Ss]-[Aa][Ss][Cc][Ii][Ii])"|'(?:[Uu][Tt][Ff]-8|[Uu][Ss]-[Aa][Ss][Cc][Ii][Ii])'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>)?/;
