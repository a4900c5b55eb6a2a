/** Gets a document from another machine. @param address an https address, in its normal form */
export type Download = (address: string, options: DownloadOptions) => Promise<Downloaded | DownloadFailure>;

/** What a download may do. */
export interface DownloadOptions {
  /** Bytes that are taken at most. */
  readonly maximum: number;
  /** Whether machines of one's own network may be asked: private, loopback and link-local addresses. */
  readonly allowPrivate: boolean;
  /** Certificates (PEM) that are trusted beside those that Node trusts. */
  readonly ca?: string;
}

/** A document that was downloaded. */
export interface Downloaded {
  readonly bytes: Uint8Array;
  /** The address that answered, where the one that was asked only points to it. */
  readonly redirectedTo?: string;
}

/** Why nothing was downloaded. */
export interface DownloadFailure {
  /** A sentence without the address. */
  readonly failure: string;
  readonly fix?: string;
}
