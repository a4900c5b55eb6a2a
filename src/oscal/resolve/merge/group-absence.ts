import type { Group } from "../../model/generated/types.js";
import type { Place } from "../../../source/place.js";
import type { ProfileScope } from "../session.js";

/**
 * Notes that a group is not output, which says nothing where another import's group of the id is; what becomes of its parameters and
 * controls is another matter.
 */
export function noteGroupAbsence({ session }: ProfileScope, group: Group, place: Place, item: string): void {
  if (group.id === undefined) return;
  // The parameters outlive the group.
  const rest = { ...group };
  delete rest.params;
  session.history.noteAbsence(group.id, session.history.derive(rest, group), "removed", place, { item }, true);
}
