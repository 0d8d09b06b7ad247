import type { Task } from '../../../../usecases/requests/tasks.js';
import type { Texts } from '../../../text/texts.js';
import type { Form } from '../../kit/form.js';
import { staffPaths } from '../staff-paths.js';

export interface TaskRow {
  what: string;
  /** Whose it is, and by when; or what became of it. */
  line: string;
  overdue: string | null;
  /** Of an open one. */
  finish: Form | null;
  links: { text: string; href: string; hidden: string }[];
}

/** Follow-up tasks on the page of their request: what is open with what may be done about it, then what was. */
export function taskRows(
  texts: Texts,
  requestId: string,
  { tasks, today, mayDecide }: { tasks: readonly Task[]; today: string; mayDecide: boolean },
): TaskRow[] {
  const { request: words } = texts.staff;
  const t = words.tasks;
  return tasks.map(({ id, what, assignee, dueOn, status }) => {
    const open = status === 'open';
    const about = (kind: 'change-task' | 'cancel-task') =>
      `${staffPaths.decide(requestId, kind)}?${new URLSearchParams({ task: id })}`;
    return {
      what,
      line: open ? t.open(assignee.name, texts.dates.date(dueOn)) : t.ended[status](assignee.name),
      overdue: open && dueOn < today ? t.overdue : null,
      finish:
        open && mayDecide
          ? {
              action: staffPaths.decide(requestId, 'finish-task'),
              inline: true,
              hidden: { task: id },
              buttons: [{ text: t.finish, style: 'secondary', hiddenText: what }],
            }
          : null,
      links:
        open && mayDecide
          ? [
              { text: t.change, href: about('change-task'), hidden: what },
              { text: t.cancel, href: about('cancel-task'), hidden: what },
            ]
          : [],
    };
  });
}
