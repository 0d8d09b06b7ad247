import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  executeChild,
  getExternalWorkflowHandle,
  proxyActivities,
  rootCause,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';

/** Stands for anything that must not be readable in Temporal's store. */
const CANARY = 'CANARY-7Q4';

interface CanaryActivities {
  echo(text: string): Promise<string>;
  failOnce(text: string): Promise<string>;
  fail(text: string): Promise<void>;
}
const activities = proxyActivities<CanaryActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumAttempts: 2, initialInterval: '10ms' },
});

export const noteSignal = defineSignal<[string]>('note');
export const noteUpdate = defineUpdate<string, [string]>('noteUpdate');
export const notesQuery = defineQuery<string[], [string]>('notes');

/** Sends a canary through every way a payload can take, then goes on as new, then fails with one. */
export async function canaryWorkflow(text: string, notes: string[] = [], round = 1): Promise<string> {
  setHandler(noteSignal, (note) => void notes.push(note));
  setHandler(notesQuery, (suffix) => notes.map((note) => note + suffix));
  setHandler(
    noteUpdate,
    (note) => {
      notes.push(note);
      return note;
    },
    {
      validator: (note) => {
        if (note.startsWith('refuse')) throw ApplicationFailure.nonRetryable(`no: ${note}`, 'refused', note);
      },
    },
  );
  if (round === 2) {
    await condition(() => notes.includes('go-on'));
    await activities.fail(text);
  }
  notes.push(`memo ${String(workflowInfo().memo?.hidden)}`);
  notes.push(await activities.echo(text), await activities.failOnce(text));
  notes.push(
    await executeChild(childWorkflow, {
      args: [text],
      workflowId: `${workflowInfo().workflowId}/child`,
      memo: { text },
    }),
  );
  const broken = executeChild(brokenChildWorkflow, { args: [text] });
  notes.push((await broken.then(() => undefined, rootCause)) ?? 'unbroken');
  await condition(() => notes.includes('from-client'));
  await condition(allHandlersFinished);
  return continueAsNew<typeof canaryWorkflow>(text, notes, 2);
}

export async function childWorkflow(text: string): Promise<string> {
  const parent = workflowInfo().parent;
  if (parent) await getExternalWorkflowHandle(parent.workflowId).signal(noteSignal, `from-child ${text}`);
  return `child ${text}`;
}

export async function brokenChildWorkflow(text: string): Promise<void> {
  await activities.fail(`${CANARY} ${text}`);
}
