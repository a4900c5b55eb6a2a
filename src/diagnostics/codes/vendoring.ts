import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about downloading what is imported. */
export interface VendoringTold {
  readonly "vendor-certificates": undefined;
  readonly "vendor-frozen": { readonly address: string; readonly why: "new" | "changed" | "copy" };
}

const frozenWords = {
  new: "is not in the lock file",
  changed: "holds something else now than when it was downloaded",
  copy: "has a local copy that is gone or has changed",
} as const;

/** Downloading what is imported. */
export const vendoringCodes: CodeEntries<VendoringTold> = {
  "vendor-certificates": {
    title: "A file without certificates",
    meaning: "The file given with --ca is to hold the certificates of an authority in PEM, and holds none.",
    fix: "Name a file with certificates in PEM.",
    says: () => ({
      message: "The file holds no certificate in PEM.",
      fix: 'Name a file that holds "-----BEGIN CERTIFICATE-----" and what follows.',
    }),
  },
  "vendor-frozen": {
    title: "A download that would change something",
    meaning: "With --frozen, aims oscal vendor only checks that the lock file and the copies are up to date.",
    fix: "Run aims oscal vendor without --frozen, and look at what has changed.",
    says: ({ address, why }) => ({
      message: `${address} ${frozenWords[why]}.`,
      fix: "Run aims oscal vendor PROFILE without --frozen, and look at what has changed.",
    }),
  },
};

/** Makes the diagnostics about downloading what is imported. */
export const problem: ProblemMaker<VendoringTold> = problemsOf(vendoringCodes);
