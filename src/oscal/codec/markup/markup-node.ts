/** A piece of formatted text: the HTML elements that OSCAL takes for its markup, and text between them. */
export type MarkupNode = MarkupElement | string;

/** An element of markup: inline (em, strong, code, q, sub, sup, img, a, insert) or block (p, h1 to h6, ul, ol, li, pre, blockquote, table...). */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
}
