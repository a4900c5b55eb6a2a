/** A small catalog in XML, for tests that break it in one place. */
/** The start tag of its root, which is line 1. */
export const start = '<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="61562ebe-8bfd-4d65-8a2c-3a5d4e1f0b64">';
/** Lines 2 to 7. */
export const metadata = [
  "<metadata>",
  "<title>Controls</title>",
  "<last-modified>2026-10-14T09:00:00Z</last-modified>",
  "<version>1</version>",
  "<oscal-version>1.2.2</oscal-version>",
  "</metadata>",
];

/** A catalog whose first control has these lines, of which the first is line 10, behind its title in line 9. */
export function control(...lines: string[]): string {
  return [start, ...metadata, '<control id="c-1">', "<title>One</title>", ...lines, "</control>", "</catalog>"].join(
    "\n",
  );
}
