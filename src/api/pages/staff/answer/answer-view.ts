import { MAX_TEXT } from '../../../../domain/requests/submission.schema.js';
import { compareTexts } from '../../../../domain/text/compare-texts.js';
import { firstWords } from '../../../../domain/text/first-words.js';
import { paragraphsOf } from '../../../../domain/text/paragraphs.js';
import type { InsertKind } from '../../../../usecases/answers/insertables.js';
import { INSERT_KINDS } from '../../../../usecases/answers/insertables.js';
import type { AppServices } from '../../../app-deps.js';
import type { Texts } from '../../../text/texts.js';
import { blocksHtml, markdownHtml } from '../../../views/markdown-html.js';
import { wordsOf } from '../../../views/page-errors.js';
import { one } from '../../kit/fields.js';
import type { Standing } from '../../kit/form-page.js';
import { foundIn } from '../../kit/identifiers-check.js';
import { sheetOf } from '../decide/decision-forms.js';
import { decisionView } from '../decide/decision-view.js';
import { writing } from '../parts/next-for-staff.js';
import { staffPaths } from '../staff-paths.js';
import { type AnswerPage, answerNameOf, movedSince, textTyped } from './answer-load.js';

/** What stands around the form in which an answer is written: what it answers, what is there already, what can be put in. */
export function answerView(services: AppServices, texts: Texts, page: AnswerPage, standing: Standing) {
  const { kind, request, content, work, versions, field } = page;
  const { answer } = texts.staff;
  const { zone } = request.program;
  const { id } = request.view;
  const when = (at: string) => texts.dates.shortDateTime(at, zone);
  const all = textTyped(page, standing.typed);
  // What is too long to be saved is not shown a second time.
  const text = all.length > MAX_TEXT ? '' : all;
  const sent = standing.typed.base === undefined ? null : movedSince(page, one(standing.typed, 'base'), text);
  const moved = sent ?? (work.mine && movedSince(page, work.mine.baseId, work.mine.text));
  const told = moved && { name: moved.author, at: when(moved.at) };
  const [latest] = versions;
  const said = one(standing.typed, 'said');
  const decision = decisionView(services, texts, page);
  return {
    ...decision,
    title: titleOf(texts, page, decision),
    template: 'answer/answer.njk',
    wide: true,
    words: answer,
    changes: changesOf(page, texts),
    kind,
    me: page.me.id,
    reviews: kind === 'return-response',
    found: foundIn(texts, text),
    goesOn: work.mine && standing.problem === null ? answer.goesOn(when(work.mine.savedAt)) : null,
    saidDone: didWords(texts, said),
    others: work.others.map(({ name, openedAt, savedAt }) =>
      savedAt ? answer.others.writes(name, when(savedAt)) : answer.others.looks(name, when(openedAt)),
    ),
    moved: told && {
      heading: answer.moved.heading(told),
      body: markdownHtml(content.draft?.body ?? '', 3),
      changes: compareTexts(content.draft?.body ?? '', text),
    },
    keptUntil: answer.keptUntil(services.programs.current().program.retention.unsentAnswerDays),
    last: latest ? answer.last(latest.author, when(latest.at)) : answer.noVersion,
    versionsLink: versions.length > 0 && {
      text: answer.versions(versions.length),
      href: staffPaths.versions(id, field),
    },
    preview: { html: text ? markdownHtml(text, 2) : '', open: one(standing.typed, 'do') === 'preview' },
    comments: commentsOf(texts, page, standing, when),
    groups: groupsOf(texts, page),
  };
}

/** The same words as wherever it is offered: it is written, goes on, or came back from review. */
function titleOf(
  texts: Texts,
  { kind, content }: AnswerPage,
  { title, returned }: { title: string; returned: object | null },
): string {
  if (kind !== 'draft-response' || !content.draft) return title;
  return writing(texts, { returned: returned !== null, changed: null }).short;
}

/** What a reviewer changed in the text that they returned; null: nothing, or it is revised since. */
function changesOf({ request, content, field, versions, form }: AnswerPage, texts: Texts) {
  const [to, from] = versions;
  const beside = sheetOf(form.kind).beside?.(request, content, texts);
  return beside?.changed && from && to
    ? {
        text: texts.staff.request.whatChanged,
        href: staffPaths.changes(request.view.id, field, { from: from.id, to: to.id }),
      }
    : null;
}

function didWords({ staff: { answer } }: Texts, said: string): string | null {
  const { did } = answer.comments;
  return Object.hasOwn(did, said) ? did[said as keyof typeof did] : null;
}

/** Comments by what they are about, the open ones first; and the paragraphs that another may be about. */
function commentsOf(
  texts: Texts,
  { versions, comments, content }: AnswerPage,
  { typed, problem }: Standing,
  when: (at: string) => string,
) {
  const words = texts.staff.answer.comments;
  const [latest] = versions;
  const wrongAt = (name: string): string | null => {
    const error = problem?.errors?.find(({ pointer }) => pointer === `/${name}`);
    return error ? wordsOf(texts, error) : null;
  };
  const numberOf = (draft: string) => versions.find(({ id }) => id === draft)?.number;
  const shown = comments.map((comment) => {
    const version = numberOf(comment.draftId);
    const older = version !== undefined && comment.draftId !== latest?.id;
    return {
      ...comment,
      about: older ? words.aboutOlder(comment.paragraph, version) : words.about(comment.paragraph),
      when: when(comment.at),
      answers: comment.answers.map((one) => ({ ...one, when: when(one.at) })),
      name: answerNameOf(comment.id),
      typed: one(typed, answerNameOf(comment.id)),
      wrong: wrongAt(answerNameOf(comment.id)),
    };
  });
  const paragraphs = latest ? paragraphsOf(content.draft?.body ?? '') : [];
  const open = shown.filter(({ done }) => !done);
  return {
    open,
    settled: shown.filter(({ done }) => done),
    count: open.length > 0 ? words.open(open.length) : null,
    paragraphs: paragraphs.map(({ number, quote, block }) => ({
      number,
      label: `${number}: ${firstWords(quote, 60)}`,
      html: blocksHtml([block], 3),
      comments: open.filter((one) => one.draftId === latest?.id && one.paragraph === number).length,
    })),
    typed: one(typed, 'comment'),
    paragraph: Number(one(typed, 'paragraph')) || 0,
    wrong: wrongAt('comment'),
  };
}

/** What can be put in, a group for each place it comes from. */
function groupsOf({ dates, staff: { answer } }: Texts, { items, request }: AnswerPage) {
  const { zone, kinds, topics } = request.program;
  const words = answer.insert;
  const label = (list: readonly { id: string; label: string }[], id: string) =>
    list.find((one) => one.id === id)?.label ?? id;
  const noteOf = ({ note }: (typeof items)[number]): string =>
    [
      note.publisher,
      note.requestKind && label(kinds, note.requestKind),
      ...(note.topics ?? []).map((topic) => label(topics, topic)),
      note.reviewed && words.reviewed(dates.dayOf(`${note.reviewed}T12:00:00Z`, 'utc')),
      note.answeredAt && words.answered(dates.dayOf(note.answeredAt, zone)),
    ]
      .filter(Boolean)
      .join(' · ');
  const groupOf = (kind: InsertKind) => ({
    kind,
    heading: words.kinds[kind],
    lead: kind === 'answer' ? words.earlier : null,
    items: items
      .filter((item) => item.kind === kind)
      .map((item) => ({
        id: item.id,
        title: item.title,
        note: noteOf(item),
        outdated: item.note.outdated === true,
        read: kind === 'answer' ? `${staffPaths.request(item.id.slice('answer:'.length))}#draft` : null,
        // A resource is its title and link; an earlier answer is read where it stands, and that logged.
        html: item.body !== null && kind !== 'resource' ? markdownHtml(item.body, 4) : null,
      })),
  });
  return INSERT_KINDS.map(groupOf).filter((group) => group.items.length > 0);
}
