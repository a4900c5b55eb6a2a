import { basename, resolve } from "node:path";
import { leadsOutside, nameFrom } from "../../files/paths.js";
import type { Reader } from "../../files/reader.js";
import { similarFile } from "../../files/similar.js";
import { shippedNamedBy } from "../shipped.js";
import type { SourceDocument } from "../../source/document.js";
import { hrefFrom } from "./documents.js";

/** From where the path of a profile starts, and the aims.yaml that names it. */
interface ProfileSource {
  /** Absolute path. */
  readonly folder: string;
  readonly settings?: SourceDocument;
}

/** A file beside the path or in profiles/ that differs from it by a slip, or the shipped profile of the name, as it has to be written. */
export async function likelyProfile(
  name: string,
  { folder, settings }: ProfileSource,
  reader: Reader,
): Promise<string | undefined> {
  const among = (place: string): boolean => settings === undefined || !leadsOutside(folder, place, reader);
  const shipped = shippedNamedBy(name, "profile");
  const found =
    (await similarFile(resolve(folder, name), reader, among)) ??
    (shipped === undefined ? await similarFile(resolve(folder, "profiles", basename(name)), reader, among) : undefined);
  return found === undefined ? shipped?.name : nameFrom(folder, found);
}

/** Where an href of an import leads. */
interface ImportSource {
  /** Absolute path of the folder from which it starts; undefined where it starts from an address. */
  readonly from: string | undefined;
  /** Absolute path that it means. */
  readonly path: string;
  /** Whether a file may be looked for in a folder. */
  readonly among: (folder: string) => boolean;
}

/**
 * What to write in place of an href that leads to no file: the address of what ships with aims and is called so, or the href of a file
 * that differs by a slip.
 */
export async function likelyImport(
  href: string,
  { from, path, among }: ImportSource,
  reader: Reader,
): Promise<string | undefined> {
  const shipped = shippedNamedBy(href);
  if (shipped !== undefined) return shipped.address;
  const found = from === undefined ? undefined : await similarFile(path, reader, among);
  return from === undefined || found === undefined ? undefined : hrefFrom(from, found);
}
