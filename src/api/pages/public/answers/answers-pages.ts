import type { RequestHandler } from 'express';
import { topicLabel } from '../../../../domain/program/lookup.js';
import { precedentsQuery } from '../../../../usecases/precedents/precedent-view.schema.js';
import { listPrecedents, readPrecedent } from '../../../../usecases/precedents/read-precedents.js';
import type { AppDeps } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { paths } from '../../../paths.js';
import { markdownHtml } from '../../../views/markdown-html.js';

const EVERYBODY = { kind: 'public' } as const;

/** `/answers`: published answers, for everybody. */
export function answersPage({ services }: Pick<AppDeps, 'services'>): RequestHandler {
  return async ({ query, texts }, res) => {
    const text = texts.public.answers;
    const { program } = services.programs.current();
    const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
    const read = precedentsQuery.pick({ q: true, topic: true, cursor: true }).safeParse(asked);
    const wanted = read.success ? read.data : {};
    const { items, nextCursor } = unwrap(await listPrecedents(services, EVERYBODY, { ...wanted, limit: 20 }));
    const more = new URLSearchParams({
      ...(wanted.q ? { q: wanted.q } : {}),
      ...(wanted.topic ? { topic: wanted.topic } : {}),
      cursor: nextCursor ?? '',
    });
    res.render('pages/public/answers/answers.njk', {
      title: text.title,
      text,
      q: wanted.q ?? '',
      topics: [
        { value: '', text: text.everyTopic },
        ...program.topics.map(({ id, label }) => ({ value: id, text: label, selected: id === wanted.topic })),
      ],
      rows: items.map(({ id, question, topics, outdated }) => ({
        href: paths.answer(id),
        question,
        topics: topics.map((topic) => topicLabel(program, topic)).join(', '),
        outdated,
      })),
      more: nextCursor && `${paths.answers}?${more}`,
    });
  };
}

/** `/answers/:id` */
export function answerPage({ services }: Pick<AppDeps, 'services'>): RequestHandler {
  return async ({ params, texts }, res) => {
    const text = texts.public.answers;
    const { zone } = services.programs.current().program;
    const found = unwrap(await readPrecedent(services, EVERYBODY, uuidParam(params.id)));
    res.render('pages/public/answers/answer.njk', {
      title: found.question,
      text,
      backLink: paths.answers,
      outdated: found.outdated ? text.outdated : null,
      published: found.publishedAt && text.published(texts.dates.shortDateTime(found.publishedAt, zone)),
      html: markdownHtml(found.answer),
    });
  };
}
