import { STAFF_ROLES } from '../../domain/people/actor.js';
import { PERMISSIONS, type Permission, ruleOf } from '../../domain/people/permissions.js';
import { STAFF_PAGES } from '../pages/staff/staff-pages.js';
import { V1 } from '../v1-routes.js';

const HEAD = `# Who may do what

Written from the code by \`node scripts/permissions.mjs\`; a test fails where it says something else. The rows are those of the one permission
table (\`src/domain/people/permissions.ts\`), which every operation of the API and every page of staff names;
\`test/api/permissions.test.ts\` tries each of them with everybody. Keys have a role and may do what it may, within their scopes.

A name under *people* says what somebody outside the staff is to the thing itself: of others' things there is nothing to see. *Self*: under one's own
address. What a role may decide about a request, a review or an introduction is narrower: each decision's sheet says it
(\`src/domain/*/decisions/\`), and [the program's table](program-coverage.md) has the roles.
`;

/** The permission table for people to read: roles and people of each row, and what names it. */
export function permissionsDocument(): string {
  const rows = (Object.keys(PERMISSIONS) as Permission[]).map(rowOf);
  const columns = ['', ...STAFF_ROLES, 'people', 'operations', 'pages'];
  const table = [columns, columns.map(() => '---'), ...rows];
  return `${HEAD}\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function rowOf(permission: Permission): string[] {
  const { staff, people = [], everybody } = ruleOf(permission);
  const operations = V1.filter(({ access }) => access === permission).map(({ id }) => `\`${id}\``);
  const pages = Object.entries(STAFF_PAGES)
    .filter(([, { who, sends = who }]) => [who, sends].includes(permission))
    .map(([address, { who }]) => `\`/staff${address}\`${who === permission ? '' : ' (sends)'}`);
  return [
    permission,
    ...STAFF_ROLES.map((role) => (staff.includes(role) ? 'yes' : '–')),
    everybody ? 'everybody' : people.join(', ') || '–',
    operations.join(', ') || '–',
    pages.join(', ') || '–',
  ];
}
