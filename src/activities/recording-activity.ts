import { ApplicationFailure, Context } from '@temporalio/activity';
import { type NotRecordedCode, tryAgainAt } from '../domain/not-recorded.js';
import type { Transaction } from '../ports/database.js';
import type { RecordServices } from '../ports/services.js';
import { whyNever } from '../usecases/never-recorded.js';
import { noteTrouble, troubleIsOver } from '../usecases/process-trouble.js';
import { type EventToRecord, type ProcessKind, recordEvent } from '../usecases/record-event.js';
import { recording } from '../usecases/recording.js';

/** From this try on, people are told that something fails again and again. */
const TRIES_UNTOLD = 3;

/** Two decided at one moment: nobody has to look. */
const DECIDED_AT_ONCE = new Set<string>([
  'version-mismatch',
  'answer-moved',
  'merge-into-closed',
  'supervisor-is-asker',
  'absence-clash',
  'mentor-full',
  'mentor-taken',
  'no-release',
] satisfies NotRecordedCode[]);

/**
 * An activity that carries out what a process decided, in one transaction. What can never be carried out fails for
 * good with its code, so that the process can take it back; what may go better next time is tried again. Both are
 * noted where people look, and forgotten with the next event that is recorded.
 */
export function recordingActivity<Input extends EventToRecord, Told>(
  services: RecordServices,
  process: ProcessKind<Input, Told>,
): (input: Input) => Promise<Told> {
  return async (input) => {
    const workflowId = process.workflowId(input);
    try {
      return await recording(
        services,
        async (rec) => {
          const result = await recordEvent(rec, services, process, input);
          troubleIsOver(rec, workflowId);
          return result;
        },
        { at: new Date(input.event.at) },
      );
    } catch (error) {
      throw await failure(input, workflowId, error);
    }
  };

  async function failure(input: Input, workflowId: string, error: unknown): Promise<unknown> {
    if (error instanceof ApplicationFailure) return error;
    const code = whyNever(error);
    const { seq, commandId } = input.event;
    const where = { workflowId_seq: { workflowId, seq } };
    // Written by a try whose answer was lost: that can't be taken back any more.
    const another =
      code !== null && code !== 'event-conflict' && (await services.db.processEvent.findUnique({ where }));
    if (code === null || another) {
      await tellOfTries(workflowId, error);
      return error;
    }
    if (!DECIDED_AT_ONCE.has(code ?? ''))
      services.log.error({ workflowId, seq, code }, 'an event can never be recorded');
    if (!commandId) await noteHeld(input, workflowId, code);
    else if (code === 'event-conflict') await note(services.db, { workflowId, code, tryAgainAt: null });
    return ApplicationFailure.nonRetryable(`not recorded: ${code}`, code);
  }

  async function noteHeld(input: Input, workflowId: string, code: NotRecordedCode): Promise<void> {
    const until = new Date(tryAgainAt(input.event.at));
    await services.db.$transaction(async (tx) => {
      const before = await note(tx, { workflowId, code, tryAgainAt: until });
      const due = [{ nextDueAt: { lte: new Date(input.event.at) } }];
      const putOffBefore = before?.tryAgainAt ? [{ nextDueAt: before.tryAgainAt }] : [];
      await process.putOff(tx, input, { OR: [...due, ...putOffBefore] }, until);
    });
  }

  async function tellOfTries(workflowId: string, error: unknown): Promise<void> {
    if (Context.current().info.attempt < TRIES_UNTOLD) return;
    const code = error instanceof Error ? error.name : 'Error';
    // The database may be what is away.
    await note(services.db, { workflowId, code, tryAgainAt: null }).catch(() => undefined);
  }

  function note(tx: Transaction, trouble: { workflowId: string; code: string; tryAgainAt: Date | null }) {
    const activity = Context.current().info.activityType;
    return noteTrouble(tx, { ...trouble, activity, at: services.clock.now() });
  }
}
