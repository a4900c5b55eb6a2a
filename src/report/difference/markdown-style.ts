import { codeSpan, escapedMarkdown } from "../writing/markdown-text.js";
import type { ChangeStyle } from "./change-words.js";

/** The pieces of a sentence about a change in GitHub's Markdown. */
export const markdownStyle: ChangeStyle = {
  plain: escapedMarkdown,
  name: (text) => codeSpan(text),
  title: (text) => `“${escapedMarkdown(text)}”`,
  value: (text) => codeSpan(text),
  removed: (text) => `<del>${escapedMarkdown(text)}</del>`,
  added: (text) => `<ins>${escapedMarkdown(text)}</ins>`,
};
