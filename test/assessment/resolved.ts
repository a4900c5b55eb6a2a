import type { Catalog, Profile } from "../../src/oscal/model/generated/types.js";
import type { ResolvedProfile } from "../../src/oscal/resolved-profile.js";
import { catalogText, documentOf, profileText } from "../support/profiles.js";

/** A resolved profile that selects no control, with the files of its catalogs in the order of its imports. */
export function smallProfile(file = "profiles/small.yaml", ...catalogFiles: readonly string[]): ResolvedProfile {
  const catalogs = catalogFiles.map((name, index) => {
    const source = documentOf(catalogText("controls: [{id: a, title: A}]", 10 + index), name);
    return { href: `../${name}`, catalog: (source.value as { catalog: Catalog }).catalog, source };
  });
  const imports = JSON.stringify(catalogs.map(({ href }) => ({ href, "include-all": {} })));
  const source = documentOf(profileText(`imports: ${imports}`), file);
  return {
    profile: (source.value as { profile: Profile }).profile,
    source,
    catalogs,
    sourceCatalogs: [],
    documents: [source, ...catalogs.map((each) => each.source)],
    controls: [],
    parameters: new Map(),
    warnings: [],
  };
}
