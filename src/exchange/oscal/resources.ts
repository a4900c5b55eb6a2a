import type { DescriptorFile } from "../../assessment/assessment.js";
import type { EvidenceEntry } from "../../assessment/evidence.js";
import type { Resource, Rlink } from "../../oscal/model.js";
import { pathBase } from "../../oscal/properties.js";
import type { Identities } from "./identities.js";
import { markup, properties, property } from "./shared.js";

/**
 * A descriptor file, by its path in the workspace and by its content: the named-information URI (RFC 6920) holds on any machine,
 * wherever the workspace lies.
 */
export function descriptorResource({ name, sha256 }: DescriptorFile, ids: Identities): Resource {
  const hashes = [{ algorithm: "SHA-256", value: sha256 }];
  return {
    uuid: ids.resource(name),
    title: markup(name),
    description: "Descriptor file; the title is its path in the workspace.",
    props: [property(pathBase, "workspace")],
    rlinks: [
      { href: pathHref(name), hashes },
      { href: `ni:///sha-256;${Buffer.from(sha256, "hex").toString("base64url")}`, hashes },
    ],
  };
}

/** An evidence record, with the state in which the assessment found it. */
export function evidenceResource(entry: EvidenceEntry, ids: Identities): Resource {
  const { id, descriptor, file, pointer, line, title, sha256 } = entry;
  const rlinks = renditions(entry);
  return {
    uuid: ids.evidence(entry),
    title: markup(title ?? id),
    description: `Evidence record ${markup(id)} of ${markup(descriptor)}, in ${markup(file)}, line ${String(line)}.`,
    props: [
      { name: "type", value: "evidence" },
      ...properties({
        "evidence-id": id,
        "descriptor-id": descriptor,
        "evidence-kind": entry.kind,
        "evidence-state": entry.state,
        supports: entry.supports,
        "file-state": entry.fileState,
        sha256,
        collector: entry.collector,
        owner: entry.owner,
        reviewer: entry.reviewer,
        "collected-on": entry.collectedOn,
        "effective-from": entry.effectiveFrom,
        "valid-until": entry.validUntil,
        supersedes: entry.supersedes,
        location: isAddress(entry.uri) ? undefined : entry.uri,
        pointer,
        line: String(line),
      }),
      ...(rlinks.some(({ href }) => !isAddress(href)) ? [property(pathBase, "workspace")] : []),
    ],
    rlinks,
  };
}

/** The record's file and address with the digest that it names; where it names neither, its entry in the descriptor is all there is. */
function renditions({ path, uri, sha256, file, pointer }: EvidenceEntry): Rlink[] {
  const hashed = sha256 === undefined ? {} : { hashes: [{ algorithm: "SHA-256", value: sha256 }] };
  const rlinks: Rlink[] = [];
  if (path !== undefined) rlinks.push({ href: pathHref(path), ...hashed });
  // The digest is that of the file, where there is one.
  if (isAddress(uri)) rlinks.push({ href: uri, ...(path === undefined ? hashed : {}) });
  return rlinks.length > 0 ? rlinks : [{ href: `${pathHref(file)}#${pointer}` }];
}

/** A path in the workspace as a relative URI reference, each of its segments escaped. */
export function pathHref(path: string): string {
  // Half a character has no form in UTF-8.
  return path
    .replace(/[\ud800-\udfff]/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

/** Whether a text is an absolute URI that a reader may follow: what people write there is often not, and a script is not a place. */
function isAddress(text: string | undefined): text is string {
  return (
    text !== undefined &&
    /^[a-z][a-z\d+.-]*:(?:[\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})+(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})*)?$/i.test(
      text,
    ) &&
    !/^(?:javascript|vbscript|data):/i.test(text)
  );
}
