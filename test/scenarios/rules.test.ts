import { describe } from "vitest";
import { playScenarios } from "./scenario.js";

describe("scenarios of rules and explanations", () => {
  playScenarios("rules");
});
