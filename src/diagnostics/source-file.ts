import type { Branded } from "../foundation/brand.js";

/**
 * The identity of something that is read: documents, diagnostics and verdicts carry it, and it tells two files apart. A file on a
 * disk is its absolute path with "/"; a document that another one carries is that one's identity, "#" and the carried resource's uuid;
 * a text that has no file gets a name from its reader, which is its identity then. The name for a person is decided when
 * something is printed, from one viewpoint (src/files/viewpoint.ts).
 */
export type SourceFile = Branded<string, "source file">;

/** A person's name for a file, seen from one viewpoint. */
export type FileName = Branded<string, "file name">;
