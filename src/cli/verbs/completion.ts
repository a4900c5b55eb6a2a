import type { Shell } from "../completion.js";
import { defineVerb, exitCode, type Verb } from "../verb.js";

export const completionVerb: Verb = defineVerb({
  summary: "print the script by which a shell completes verbs, options and values",
  description: "Print the script by which bash, zsh or fish completes verbs, options and their values.",
  parameters: async (command) => {
    const { Argument } = await import("commander");
    const { shells } = await import("../completion.js");
    return command.addArgument(new Argument("<shell>", "bash, zsh or fish").choices(shells));
  },
  notes: `For bash and zsh, put the example into ~/.bashrc or ~/.zshrc. For fish, write what it prints to
~/.config/fish/completions/aims.fish.`,
  examples: ["completion bash > ~/.aims-completion.bash"],
  exits: { 0: "printed", 2: "the shell is not known" },
  run: async ([shell]: [Shell], _: unknown, terminal, verbs) => {
    const { completedVerbs, completionScript } = await import("../completion.js");
    terminal.out(completionScript(shell, await completedVerbs(verbs, { terminal, verbs, exit: () => undefined })));
    return exitCode.done;
  },
});
