/** Words used on several staff pages. */

export const roleLabels: Record<string, string> = {
  coordinator: 'Coordinator',
  attorney: 'Attorney',
  reviewer: 'Reviewer',
  director: 'Director',
  admin: 'Admin',
};

export const staffNav = {
  queue: 'Requests',
  calls: 'Calls',
  registrations: 'Registrations',
  closures: 'Closures',
  mail: 'Mail',
  completions: 'Completions',
  numbers: 'Numbers',
  people: 'Staff',
  keys: 'API keys',
  settings: 'Settings',
};

/** Says how, not which day: an example would be in the past one day. */
export const DATE_HINT = 'In numbers: month, day, and the four digits of the year.';

export const commonText = {
  there: 'There is a problem',
  success: 'Done',
  important: 'Important',
  navLabel: 'Staff pages',
  you: 'you',
  key: 'an API key',
  somebody: 'someone no longer on the list',
};
