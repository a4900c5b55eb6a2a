import { describe } from "vitest";
import { playScenarios } from "./scenario.js";

describe("scenarios of oscal", () => {
  playScenarios("oscal");
});
