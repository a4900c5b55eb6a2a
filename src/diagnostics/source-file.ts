import type { Branded } from "../foundation/brand.js";

/**
 * The identity of something that is read: what documents, diagnostics and verdicts carry, and what tells two files apart. A file on a
 * disk is its absolute path with "/"; a document that another one carries is that one's identity, "#" and the carried resource's uuid;
 * whoever reads a text that has no file gives it a name, which is its identity then. How it is called towards a person is decided when
 * something is printed, from one viewpoint (src/files/viewpoint.ts).
 */
export type SourceFile = Branded<string, "source file">;

/** Standard input; it has no ending, so that its first character tells the format. */
export const standardInput: SourceFile = "standard-input";
