export { profileScope, type ProfileScope } from "./scope/profile-scope.js";
export type { ParameterValue, ParameterValues, Scope, ScopedControl, SelectedRule } from "./scope/selection.js";
