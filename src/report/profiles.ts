import { printable } from "../foundation/printable.js";
import { textTable } from "./table.js";

/** A profile as a list shows it, in the words of the run that found it. */
export interface ListedProfile {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly shipped: boolean;
  readonly used: boolean;
  readonly controls?: number;
  readonly imports: readonly string[];
}

/** For people: profiles as a table; a star marks the one that aims.yaml names. */
export function profilesText(profiles: readonly ListedProfile[], width?: number): string[] {
  const columns = [
    { title: "" },
    { title: "PROFILE" },
    { title: "CONTROLS", align: "right" as const },
    { title: "VERSION" },
    { title: "TITLE", shrinks: true },
    { title: "IMPORTS", shrinks: true },
  ];
  const rows = profiles.map(({ name, title, version, used, controls, imports }) =>
    [used ? "*" : "", name, controls === undefined ? "?" : String(controls), version, title, imports.join(" ")].map(
      printable,
    ),
  );
  const note = profiles.some(({ used }) => used) ? ["", "* named in aims.yaml"] : [];
  return [...textTable(columns, rows, width), ...note].map((line) => `${line}\n`);
}
