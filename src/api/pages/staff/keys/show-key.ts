import type { Request } from 'express';
import { showInstead } from '../../kit/elsewhere.js';
import { staffPaths } from '../staff-paths.js';

/** A key that was made or rotated. No redirect: it exists nowhere but in this answer. */
export function showKey({ texts }: Request, key: string | null) {
  const { keys: text } = texts.staff.desk;
  return showInstead('keys/created.njk', {
    section: 'keys',
    title: text.createdTitle,
    text,
    key,
    backLink: { href: staffPaths.desk('keys'), text: text.back },
  });
}
