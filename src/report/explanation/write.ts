import { codeText, constraintText } from "./codes.js";
import { controlText, explainedControl } from "./control.js";
import { parameterJson, parameterText, profileJson, profileText, ruleJson, ruleText, type NameOf } from "./facts.js";
import { wordText } from "./glossary.js";
import { lawJson, lawText } from "./law.js";
import { subjectJson, subjectText } from "./subject.js";
import type { Topic } from "./topic.js";

/** A topic for programs; its kind comes first. */
export function topicJson(topic: Topic, nameOf: NameOf): object {
  return { kind: topic.kind === "word" ? topic.of : topic.kind, ...factsJson(topic, nameOf) };
}

function factsJson(topic: Topic, nameOf: NameOf): object {
  switch (topic.kind) {
    case "code": {
      const { code, severity, entry } = topic;
      const { title, meaning, fix, example } = entry;
      return { code, ...(severity === undefined ? {} : { severity }), title, meaning, fix, example };
    }
    case "constraint":
      return { constraint: topic.id, declarations: topic.declarations };
    case "control":
      return explainedControl(topic, nameOf);
    case "law":
      return lawJson(topic, nameOf);
    case "parameter":
      return parameterJson(topic, nameOf);
    case "profile":
      return profileJson(topic, nameOf);
    case "rule":
      return ruleJson(topic, nameOf);
    case "system":
    case "organization":
      return subjectJson(topic, nameOf);
    case "word": {
      const { word, meaning, then } = topic;
      return { word, meaning, then };
    }
  }
}

/** Topics of one name for people; where there are several, each says of which kind it is. */
export function topicsText(topics: readonly Topic[], nameOf: NameOf): string {
  if (topics.length === 1) return topics.map((topic) => topicText(topic, nameOf)).join("");
  return topics
    .map((topic) => `As a ${topic.kind === "word" ? topic.of : topic.kind}:\n\n${topicText(topic, nameOf)}`)
    .join("\n\n");
}

function topicText(topic: Topic, nameOf: NameOf): string {
  switch (topic.kind) {
    case "code":
      return codeText(topic.code, topic.entry, topic.severity);
    case "constraint":
      return constraintText(topic.id, topic.declarations);
    case "control":
      return controlText(explainedControl(topic, nameOf));
    case "law":
      return lawText(topic, nameOf);
    case "parameter":
      return parameterText(topic, nameOf);
    case "profile":
      return profileText(topic, nameOf);
    case "rule":
      return ruleText(topic, nameOf);
    case "system":
    case "organization":
      return subjectText(topic, nameOf);
    case "word":
      return wordText(topic);
  }
}
