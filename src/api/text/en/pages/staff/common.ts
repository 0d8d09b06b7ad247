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
  precedents: 'Precedents',
  mentors: 'Mentors',
  conduct: 'Conduct reviews',
  closures: 'Closures',
  mail: 'Mail',
  completions: 'Completions',
  workload: 'Workload',
  away: 'Times away',
  numbers: 'Numbers',
  people: 'Staff',
  keys: 'API keys',
  erasures: 'Erasures',
  privacy: 'Wishes about data',
  security: 'Security',
  settings: 'Settings',
};

/** Opens the rest of the navigation. */
export const staffNavMore = 'More';

export const commonText = {
  there: 'There is a problem',
  success: 'Done',
  important: 'Important',
  navLabel: 'Staff pages',
  you: 'you',
  key: 'an API key',
  somebody: 'someone no longer on the list',
};
