import { parentPort, workerData } from "node:worker_threads";

import { PolicyEvaluationError } from "./policy-evaluation-error.js";
import { loadPolicyInstance } from "./policy-instance.js";
import { SubjectAsker } from "./rule-evaluator.js";
import type { SubjectAnswer } from "./rule-evaluator.js";
import { progressSlot } from "./worker-protocol.js";
import type { WorkerBatch, WorkerInput, WorkerMessage, WorkerStart } from "./worker-protocol.js";

// The entry of a worker thread of the evaluator pool.

async function serve(port: NonNullable<typeof parentPort>, start: WorkerStart): Promise<void> {
  const progress = new Int32Array(start.progress);
  const { memoryLimitPages } = start;
  const instances = await Promise.all(
    start.modules.map(({ module, data }) => loadPolicyInstance(module, { data, memoryLimitPages })),
  );
  const asker = new SubjectAsker(instances, (rule) => {
    Atomics.store(progress, progressSlot.rule, rule);
    Atomics.add(progress, progressSlot.evaluations, 1);
  });

  const answer = (batch: WorkerBatch, input: WorkerInput, position: number): SubjectAnswer => {
    Atomics.store(progress, progressSlot.rule, -1);
    Atomics.store(progress, progressSlot.input, position);
    const json = batch.bytes.subarray(input.start, input.end);
    const rules = start.rules.filter((rule) => rule.subject === batch.subject);
    const asked = input.rules;
    if (asked === undefined) return asker.ask(batch.subject, rules, json);
    return asker.askEach(
      rules.filter((rule) => asked.includes(rule.id)),
      json,
    );
  };

  port.on("message", (batch: WorkerBatch) => {
    const answers = batch.inputs.map((input, position) => answer(batch, input, position));
    port.postMessage({ kind: "answers", answers } satisfies WorkerMessage);
  });
  port.postMessage({ kind: "ready" } satisfies WorkerMessage);
}

if (parentPort !== null) {
  const port = parentPort;
  serve(port, workerData as WorkerStart).catch((error: unknown) => {
    port.postMessage({
      kind: "failed",
      error: PolicyEvaluationError.from(error).locatedMessage,
    } satisfies WorkerMessage);
  });
}
