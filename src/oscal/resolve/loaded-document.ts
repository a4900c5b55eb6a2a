import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceDocument } from "../../source/document.js";

/** An OSCAL document with the URI that tells it from all others. */
export interface LoadedDocument {
  /** Absolute, or relative to a base that all documents of one resolution share; relative imports start from it (RFC 3986). */
  readonly uri: string;
  /** The JSON tree `{catalog: …}` or `{profile: …}`, valid under its schema, whatever the format it was written in. */
  readonly document: SourceDocument;
}

/** Why a document could not be read. */
export interface LoadFailure {
  /** A sentence without the name of the document. */
  readonly failure: string;
  /** The fix. */
  readonly fix?: string;
  /** The faults inside the document, where it was found but cannot be read. */
  readonly diagnostics?: readonly Diagnostic[];
  /** The diagnostics say it all, at the import that names the document: nothing is added to them. */
  readonly explained?: true;
}

/**
 * Gets the document that an import names.
 * @param href as the profile has it: absolute or relative, never a fragment of the profile itself
 * @param base URI of the document that names it
 */
export type DocumentLoader = (href: string, base: string) => Promise<LoadedDocument | LoadFailure>;

/** Reads the bytes of a resource that a profile carries in itself. */
export type BytesParser = (bytes: Uint8Array, source: EmbeddedSource) => Promise<SourceDocument | LoadFailure>;

/** The profile's description of the bytes it carries. */
export interface EmbeddedSource {
  /** URI of the profile with the resource as its fragment. */
  readonly uri: string;
  readonly filename?: string;
  readonly mediaType?: string;
}
