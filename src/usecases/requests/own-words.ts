import type { Actor } from '../../domain/people/actor.js';
import { firstWords } from '../../domain/text/first-words.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { noteReadings } from '../security/note-readings.js';
import { openCaseText } from './case-text.js';
import { visibleTo } from './visible-request.js';

/** By what somebody knows one of their requests again. */
export interface OwnWords {
  label: string | null;
  /** How the question begins. */
  question: string;
}

/** Of requests that stand in a list, each that this reader may see. Reading them is logged. */
export async function ownWords(
  services: Services,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, OwnWords>> {
  const { db } = services;
  const rows = await db.taRequest.findMany({
    where: { id: { in: [...ids] } },
    include: {
      assignee: true,
      ...withKey,
      texts: {
        where: { field: { in: ['questions', 'client-alias'] }, status: 'effective' },
        orderBy: { createdAt: 'asc' },
      },
    },
  });
  const seen = rows.filter((row) => visibleTo(actor, row));
  await noteReadings(
    services,
    actor,
    'request',
    seen.map(({ id }) => id),
  );
  return new Map(
    seen.map(({ texts, ...row }) => {
      const last = (field: string) => {
        const text = texts.filter((one) => one.field === field).at(-1);
        return text ? openCaseText(services, row, text) : null;
      };
      return [row.id, { label: last('client-alias'), question: firstWords(last('questions') ?? '') }];
    }),
  );
}
