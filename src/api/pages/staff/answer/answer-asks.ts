import type { RequestHandler } from 'express';
import { answerFieldOf } from '../../../../domain/requests/answer-field.js';
import { MAX_TEXT } from '../../../../domain/requests/submission.schema.js';
import { keepAnswer } from '../../../../usecases/answers/answer-in-work.js';
import { answerVersions } from '../../../../usecases/answers/answer-versions.js';
import { insertableBody } from '../../../../usecases/answers/insertables.js';
import { getRequest } from '../../../../usecases/requests/read-request.js';
import type { AppServices } from '../../../app-deps.js';
import { statusOf } from '../../../errors.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { asksByItself } from '../../../middleware/csrf.js';
import { say } from '../../../text/say.js';
import { markdownHtml } from '../../../views/markdown-html.js';
import { type Fields, fieldsOf, one } from '../../kit/fields.js';
import { foundIn } from '../../kit/identifiers-check.js';
import { staffUser } from '../require-staff.js';
import type { AnswerKind } from './answer-load.js';

/**
 * What the page's script asks while somebody types: keep it, show it, give what can be put in. The same form, sent to the
 * same address; whatever fails is said in words, and the form stays as it is.
 */
export function answerAsks(services: AppServices): RequestHandler {
  return async (req, res, next) => {
    if (!asksByItself(req)) return next();
    const { texts } = req;
    const me = staffUser(req.actor);
    const id = uuidParam(req.params.id);
    const fields = fieldsOf(req.body);
    const { status } = unwrap(await getRequest(services, me, id));
    const field = answerFieldOf(req.params.kind as AnswerKind, status);
    const { zone } = services.programs.current().program;
    switch (req.get('x-asks')) {
      case 'preview':
        return void res.json({ html: markdownHtml(one(fields, 'body').slice(0, MAX_TEXT), 2) });
      case 'insert': {
        const body = await insertableBody(services, me, { id, item: one(fields, 'insert') });
        return void (body.ok
          ? res.json({ text: body.value })
          : res.status(statusOf(body.problem.code)).json({ said: say(texts, body.problem) }));
      }
      default:
        return keep(fields);
    }

    async function keep(fields: Fields): Promise<void> {
      const { answer } = texts.staff;
      const text = one(fields, 'body');
      const base = one(fields, 'base');
      const saves = Number(one(fields, 'saves')) || 0;
      const kept = await keepAnswer(services, me, { id, field, text, saves, baseId: base || null });
      if (!kept.ok) {
        res.status(statusOf(kept.problem.code)).json({ said: say(texts, kept.problem) });
        return;
      }
      const when = (at: string) => texts.dates.shortDateTime(at, zone);
      const [latest] = unwrap(await answerVersions(services, me, { id, field }));
      const moved = latest && latest.id !== base ? { name: latest.author, at: when(latest.at) } : null;
      const found = foundIn(texts, text);
      res.json({
        saves: kept.value.saves,
        said: answer.scripts.saved(texts.dates.time(kept.value.savedAt, zone)),
        moved: moved !== null,
        heed: [
          ...(moved ? [answer.moved.told(moved)] : []),
          ...kept.value.others.map(({ name, openedAt, savedAt }) =>
            savedAt ? answer.others.writes(name, when(savedAt)) : answer.others.looks(name, when(openedAt)),
          ),
        ],
        found: found.length > 0 ? answer.identifiers.found(found.length) : null,
        places: found.map(({ what, excerpt, where }) =>
          [`${what}: ${excerpt}`, where].filter(Boolean).join(', '),
        ),
      });
    }
  };
}
