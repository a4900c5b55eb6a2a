/** Rules of a workspace that may read any of those that ship with aims, so that all of these are compiled with them. */
import { expect, it } from "vitest";
import { loaded, observed, said, says } from "../support/own-policy.js";

it.each([
  ["rules whose names are known only when they run", "count({name | some name, _ in data.aims.rules}) > 200", "true"],
  ["packages whose names are known only when they run", "count({name | some name; data[name].lib.dates}) > 0", "true"],
])("rules of a workspace read %s", async (_, value, message) => {
  expect(await observed(await loaded({ near: says(value) }), "near")).toEqual(said(message));
});
