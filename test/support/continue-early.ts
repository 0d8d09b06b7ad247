import type { Database } from '../../src/ports/database.js';

/**
 * From now on every request accepted into this database (or process of another kind started in it) continues as
 * new once its history has so many events.
 * The desk itself never asks for that: a trigger adds the workflow's test hook to the start on its way.
 */
export async function continueEarly(
  db: Database,
  afterEvents: number,
  kind:
    | 'taRequest'
    | 'conductReview'
    | 'release'
    | 'absence'
    | 'mentorIntroduction'
    | 'callCycle'
    | 'callSeries'
    | 'zoomMeeting'
    | 'contactPoll' = 'taRequest',
): Promise<void> {
  await db.$executeRawUnsafe(`
    CREATE OR REPLACE FUNCTION continue_early() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.payload = jsonb_set(NEW.payload, '{0,continueAfterEvents}', '${afterEvents}');
      RETURN NEW;
    END $$`);
  await db.$executeRawUnsafe(`
    CREATE OR REPLACE TRIGGER continue_early BEFORE INSERT ON outbox FOR EACH ROW
    WHEN (NEW.kind = 'start' AND NEW.name = '${kind}') EXECUTE FUNCTION continue_early()`);
}

/** As the desk does: only when Temporal says that a history is long. */
export async function continueAsUsual(db: Database): Promise<void> {
  await db.$executeRawUnsafe('DROP TRIGGER IF EXISTS continue_early ON outbox');
}
