import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about packs. */
export interface PackTold {
  /** Why it leads nowhere, and what to do. */
  readonly "pack-address": { readonly address: string; readonly failure: string; readonly fix: string };
  /** The digest that the lock file has, and that of the files. */
  readonly "pack-changed": {
    readonly name: string;
    readonly locked: string;
    readonly found: string;
    /** Where the lock file says that it comes from, if that is another place. */
    readonly from?: string;
  };
  /** What lies outside of the namespace: a package, or a place below `data`. */
  readonly "pack-namespace": {
    readonly pack: string;
    readonly what: "package" | "data";
    readonly found: string;
    readonly wanted: string;
  };
  readonly "pack-not-found": {
    readonly name: string;
    readonly source: string;
    readonly why: "no-folder" | "outside" | "no-package" | "no-package-name" | "address";
  };
  readonly "pack-not-locked": { readonly name: string };
  readonly "pack-not-named": { readonly name: string };
  /** The pack has none of the folders that a pack may have. */
  readonly "pack-without-content": { readonly name: string; readonly source: string };
}

const lockAgain = "Look at what has changed, then run aims packs lock.";

/** Packs of rules, catalogs and profiles. */
export const packCodes: CodeEntries<PackTold> = {
  "pack-address": {
    title: "An address in a pack that leads nowhere",
    meaning:
      "An address such as pack:acme/profile/baseline names a pack that aims.yaml does not have or whose lock is out of date, or something that the pack does not hold.",
    fix: "Correct the address, or name the pack in aims.yaml and run aims packs lock.",
    says: ({ address, failure, fix }) => ({ message: `"${address}" cannot be read: ${failure}`, fix }),
  },
  "pack-changed": {
    title: "A pack that is not the one that was locked",
    meaning:
      "The files of a pack are not those for which aims-packs.lock.json was written, or aims.yaml takes it from somewhere else. Nothing is assessed by rules that nobody looked at.",
    fix: lockAgain,
    says: ({ name, locked, found, from }) => ({
      message:
        from === undefined
          ? `The pack "${name}" holds ${found.slice(0, 12)}; the lock file has ${locked.slice(0, 12)}.`
          : `The pack "${name}" was locked from "${from}"; aims.yaml takes it from somewhere else.`,
      fix: lockAgain,
    }),
  },
  "pack-namespace": {
    title: "Something of a pack outside of its namespace",
    meaning:
      "The packages of a pack and its data lie below packs and the name of the pack, with underscores for hyphens, so that no pack changes what the rules of others say.",
    fix: "Move it below the pack's namespace.",
    example: "package packs.acme.owner_named",
    says: ({ pack, what, found, wanted }) => ({
      message:
        what === "package"
          ? `The package "${found}" lies outside of "${wanted}", the namespace of the pack "${pack}".`
          : `The data at "${found}" lies outside of "data.${wanted}", the namespace of the pack "${pack}".`,
      fix:
        what === "package"
          ? `Name it ${wanted}.something, or name the pack otherwise in aims.yaml.`
          : `Put the file into rules/${wanted.replace(".", "/")}/ of the pack.`,
    }),
  },
  "pack-not-found": {
    title: "A pack that is not there",
    meaning: "A folder of the workspace or an installed package of npm that aims.yaml names as a pack is not there.",
    fix: "Correct the path, or install the package.",
    says: ({ name, source, why }) => ({
      message: `The pack "${name}" is not there: ${
        {
          "no-folder": `"${source}" is not a folder.`,
          outside: `"${source}" leads out of the workspace.`,
          "no-package": `no folder node_modules at or above the workspace has "${source.slice("npm:".length)}".`,
          "no-package-name": `"${source.slice("npm:".length)}" is not the name of a package.`,
          address: `"${source}" is an address, and nothing is fetched from a network.`,
        }[why]
      }`,
      fix:
        why === "no-package"
          ? "Install the package with npm, or another manager that fills node_modules."
          : why === "no-folder"
            ? "Correct the path, which starts from the folder of aims.yaml; an installed package is npm:NAME."
            : "Keep the pack in a folder of the workspace, or install it as a package and write npm:NAME.",
    }),
  },
  "pack-not-locked": {
    title: "A pack without an entry in the lock file",
    meaning:
      "The lock file, aims-packs.lock.json, does not say what the pack has to hold, so that a change of it would not be noticed.",
    fix: "Run aims packs lock, and commit aims-packs.lock.json.",
    says: ({ name }) => ({
      message: `The pack "${name}" is not in aims-packs.lock.json.`,
      fix: "Look at what it holds, run aims packs lock, and commit aims-packs.lock.json.",
    }),
  },
  "pack-not-named": {
    title: "A locked pack that aims.yaml does not name",
    meaning: "The lock file, aims-packs.lock.json, has a pack that aims.yaml no longer takes.",
    fix: "Run aims packs lock, or name the pack in aims.yaml again.",
    severity: "warning",
    says: ({ name }) => ({
      message: `The lock file has the pack "${name}", which aims.yaml does not name.`,
      fix: "Run aims packs lock to take it out.",
    }),
  },
  "pack-without-content": {
    title: "A pack that holds nothing",
    meaning: "A pack has rules in rules/, catalogs in catalog/ or profiles in profiles/; this one has none of them.",
    fix: "Name the folder that has these folders in it.",
    says: ({ name, source }) => ({
      message: `The pack "${name}" holds nothing: "${source}" has no files in rules/, catalog/ or profiles/.`,
      fix: "Name the folder that has these folders in it.",
    }),
  },
};

/** Makes the diagnostics about packs. */
export const problem: ProblemMaker<PackTold> = problemsOf(packCodes);
