import type { Profile, Resource } from "../../model/generated/types.js";
import type { Selection } from "../import/select-controls.js";
import { isKept } from "../../properties.js";
import { copyCost } from "../problems.js";
import { placeIn, type ProfileScope } from "../session.js";

/**
 * The resources of the imports in their order, then the profile's own (req-backmatter). Of those with one uuid the last stays, at its
 * place (req-backmatter-dupe), unless an earlier one says `keep` and the later does not (req-backmatter-keep).
 */
export function backMatterOf(scope: ProfileScope, selections: readonly Selection[], profile: Profile): Resource[] {
  const { draft, session } = scope;
  const resources = new Map<string, Resource>();
  const displaced = (resource: Resource, pointer: string, item: string): void => {
    session.history.noteAbsence(resource.uuid, resource, "removed", placeIn(scope, pointer), { item });
  };
  const put = (resource: Resource, pointer: string): void => {
    const key = resource.uuid.toLowerCase();
    const earlier = resources.get(key);
    const differs = earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(resource);
    if (earlier !== undefined && isKept(earlier) && !isKept(resource)) {
      if (differs) displaced(resource, pointer, "an earlier one of this uuid says keep");
      return;
    }
    if (earlier !== undefined && differs) {
      displaced(earlier, pointer, "a later one of this uuid takes its place");
      session.history.note(resource, "overridden", placeIn(scope, pointer));
      session.problems.warn(placeIn(scope, pointer), "profile-resource-clash", { uuid: resource.uuid });
    }
    resources.delete(key);
    resources.set(key, resource);
  };
  for (const { opened } of selections) {
    const pointer = `/profile/imports/${String(opened.index)}`;
    for (const resource of opened.catalog["back-matter"]?.resources ?? []) {
      session.work.spend(copyCost, placeIn(scope, pointer));
      const copy = draft.copy(resource);
      session.history.note(copy, "imported", placeIn(scope, pointer));
      put(copy, `${pointer}/href`);
    }
  }
  profile["back-matter"]?.resources?.forEach((resource, index) => {
    put(draft.copy(resource), `/profile/back-matter/resources/${String(index)}`);
  });
  return [...resources.values()];
}
