/** The state of the file behind an evidence record; `unhashed` means that the record names no SHA-256. */
export type EvidenceFileState = "matches" | "differs" | "missing" | "unhashed";

/** The result of looking at the path of an evidence record. */
export type EvidenceFile =
  | {
      readonly sha256: string;
    }
  /** The path leads out of the workspace. */
  | { readonly outside: true }
  | {
      readonly error: unknown;
      /** The path of the file that was probably meant, from the folder of the record's document. */
      readonly instead?: string;
    };

/**
 * Looks at the file that an evidence record names.
 * @param path as it stands in the record; it starts from the folder of the record's document
 */
export type EvidenceLook = (path: string) => Promise<EvidenceFile>;
