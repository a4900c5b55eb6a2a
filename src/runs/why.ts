import { problem } from "../diagnostics/codes/requests.js";
import type { Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { defined } from "../foundation/defined.js";
import { controlCalled } from "../oscal/control-names.js";
import { catalogOf } from "../oscal/model.js";
import { diagnosticsAbout, nearestId, originsOf, type Origin } from "../oscal/origins.js";
import { catalogControls } from "../oscal/resolved-profile.js";
import type { ProfileResolution } from "../oscal/resolve.js";
import { loadProfile, type AddressMapping } from "../workspace/profile.js";
import type { Host } from "./host.js";
import { mapsOf } from "./oscal/address-maps.js";

/** An answer about a profile does not depend on when it was asked. */
export const anyMoment = "2000-01-01T00:00:00Z";

/** Origins, and the files that were read for them. */
export interface OriginsReading extends Reading<readonly Origin[]> {
  readonly files: readonly SourceFile[];
}

/**
 * Tells who put something into the resolved catalog of a profile, who changed it, or who took it out.
 * @param profile name of a shipped profile, or path of a file from the host's folder
 * @param id of a control, group, parameter, part or role, or another name of a control: its label or reference; uuid of a resource, party or location; or a JSON pointer into the resolved
 * catalog
 * @param maps local copies of what is imported by address
 * @returns origins, the steps of each oldest first, perhaps with warnings; only problems where nothing has the id, or the profile cannot be resolved
 */
export async function why(
  profile: string,
  id: string,
  host: Host,
  maps?: readonly AddressMapping[],
): Promise<OriginsReading> {
  const mapped = mapsOf(defined({ maps }), host);
  const request = { folder: host.folder, standardInput: true, lastModified: anyMoment, ...mapped };
  const { value: loaded, problems } = await loadProfile(profile, request, host.read);
  if (loaded === undefined) return { problems, files: [] };
  const { resolution, file, files, notices } = loaded;
  if (resolution.document === undefined) return { problems: [...notices, ...resolution.diagnostics], files };
  const origins = originsOf(resolution, id);
  if (origins.length === 0) origins.push(...originsOf(resolution, controlId(resolution, id) ?? id));
  if (origins.length > 0) return { value: origins, problems: notices, files };
  return {
    files,
    problems: [
      // Instructions that name it without effect.
      ...diagnosticsAbout(resolution, id),
      problem("unknown-id", { file }, { id, guess: nearestId(resolution, id) }),
    ],
  };
}

/** The id of the control that is called so otherwise: first of the selected ones, then of all in what was imported. */
function controlId({ document, documents }: ProfileResolution, name: string): string | undefined {
  const catalogs = [document?.catalog, ...documents.map((each) => catalogOf(each.document))];
  for (const catalog of catalogs) {
    const controls = catalog ? [...catalogControls(catalog)].map(({ control }) => control) : [];
    const control = controlCalled(name, controls);
    if (control !== undefined) return control.id;
  }
  return undefined;
}
