// Replays a folder of histories in a process of its own, which has its own time zone. Run in the folder made by replay.ts.
import { readFileSync } from 'node:fs';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { parseKeyRing } from './src/adapters/crypto/key-ring.js';
import { createDataConverter } from './src/adapters/temporal/data-converter.js';
import { fromJson } from './src/adapters/temporal/read-runs.js';

Runtime.install({
  logger: new DefaultLogger('ERROR', () => {}),
  telemetryOptions: { logging: { filter: 'OFF' } },
});
const { keys, namespace, runs } = JSON.parse(readFileSync('job.json', 'utf8'));
const options = {
  workflowBundle: { codePath: 'workflows.js' },
  dataConverter: createDataConverter({ keyRing: parseKeyRing(keys), namespace }),
};
const outcomes = {};
const waiting = runs.map(({ workflowId, history }) => ({ workflowId, history: fromJson(history) }));
for await (const { error } of Worker.runReplayHistories(options, waiting)) {
  outcomes[runs[Object.keys(outcomes).length].name] = error ? `${error.name}: ${error.message}` : 'replayed';
}
console.log(JSON.stringify({ hours: -new Date(0).getTimezoneOffset() / 60, outcomes }));
process.exit(0);
