import type { MarkupNode } from "./markup-node.js";

/** Something in markup that Markdown cannot hold; `message` says what is written instead. */
export interface MarkupProblem {
  readonly message: string;
  readonly node: MarkupNode;
  /** Nothing is lost: the node holds nothing, or is written in a form that says the same. */
  readonly harmless?: true;
}

/** Markdown, and what of the markup it does not hold. */
export interface WrittenMarkup {
  readonly markdown: string;
  readonly problems: readonly MarkupProblem[];
}
