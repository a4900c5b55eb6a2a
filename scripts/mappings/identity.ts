import { uuidV5 } from "../../src/foundation/uuid.js";
import { aimsNamespace } from "../../src/oscal/properties.js";

/** Namespace of names that are URLs (RFC 9562, section 6.6). */
const urlNamespace = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
const contentNamespace = uuidV5(urlNamespace, aimsNamespace);

/** The uuid of something in the shipped content by its stable key, such as `party/aims` or `resource/scf`, as all catalogs have it. */
export function contentUuid(key: string): string {
  return uuidV5(contentNamespace, key);
}
