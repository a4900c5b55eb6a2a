import { projectNamespace, uuidV5 } from "../../../foundation/uuid.js";
import { canonicalOrder } from "../../codec/canonical-order.js";
import type { Catalog } from "../../model/generated/types.js";
import { contentDigest } from "./content-digest.js";

/**
 * The uuid of a resolved catalog: version 5, of the profile, the documents it imports, and the content. The same profile over the same
 * documents gives the same uuid, whatever their formats, wherever they lie, and whenever and by which version of the tool they are
 * resolved; any other content gives another.
 * @param inputs uuids of the profile and of what it imports, in their order
 */
export function resolvedCatalogUuid(inputs: readonly string[], { metadata, ...content }: Catalog): string {
  const said = {
    ...metadata,
    "last-modified": undefined,
    props: metadata.props?.filter(({ name }) => name !== "resolution-tool"),
    links: metadata.links?.filter(({ rel }) => rel !== "source-profile"),
  };
  // Without the order in which a format happens to give properties.
  const text = JSON.stringify(canonicalOrder({ catalog: { ...content, metadata: said, uuid: undefined } }));
  const digest = contentDigest(text);
  return uuidV5(projectNamespace, JSON.stringify(["resolved-catalog", inputs, digest]));
}
