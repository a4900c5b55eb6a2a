import { describe } from "vitest";
import { playScenarios } from "./scenario.js";

describe("scenarios of rules that a workspace brings", () => {
  playScenarios("own rules");
});
