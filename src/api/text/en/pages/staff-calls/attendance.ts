/** Words of the attendance page. */

export const attendanceText = {
  title: 'Attendance',
  intro:
    'Entering it again replaces what was entered before. Selected askers who were not there are told to file a request; that happens only once every row has been matched to a person.',
  uploadHeading: 'Zoom’s report',
  file: {
    label: 'Participants report (CSV)',
    hint: 'In Zoom: Reports, Usage, Participants, Export. Leave “Show unique users” off.',
    missing: 'Choose the CSV file.',
    tooLarge: 'The file is larger than 10 MB. Choose the report of this call alone.',
  },
  upload: 'Upload the report',
  handHeading: 'By hand',
  known: {
    legend: 'Who of the askers was there',
    hint: 'Anyone without a check mark counts as absent.',
  },
  others: {
    label: 'Others who were there',
    hint: 'Who is known stands here already, one on each line: take out whoever was not there, add e-mail addresses. Lines that stay keep their minutes.',
    noName: '(no name)',
    wrong: (line: number) => `Line ${line} is not an e-mail address.`,
    tooMany: 'Enter at most 2,000 addresses.',
  },
  handButton: 'Save attendance',
  changed:
    'Somebody else, or Zoom’s report, has changed the attendance since you opened this page. What is known now stands below, with the addresses you added. Please look at it and save again.',
  nobody: 'Name at least one person who was there: an empty list would make everybody absent.',
  notBegun: 'Attendance can be entered once the call has begun.',
  selected: 'selected',
  unknown: 'Not known yet.',
  empty: 'The report lists no one. Nothing was changed.',
  noReports: 'Reports are not read here. Enter attendance by hand.',
  tooLate: 'The call is too long ago to change who was there.',
  unclearHeading: 'Who was this?',
  unclearIntro:
    'We can’t be sure who these rows are: a nickname, a phone number, a row without an address. Until each is decided, no one counts as absent.',
  who: (name: string) => (name ? `Who was “${name}”?` : 'Who was the one without a name?'),
  somebodyElse: 'Someone else',
  decide: 'Save',
  whoMissing: 'Choose who it was.',
  listHeading: 'Who was there',
  columns: { name: 'Name', minutes: 'Minutes', source: 'From' },
  sources: {
    zoom: 'Zoom',
    csv: 'Zoom’s report',
    'zoom-csv': 'Zoom’s report',
    hand: 'By hand',
    json: 'By hand',
    api: 'Another program',
  } as Record<string, string>,
  shownAs: (names: readonly string[]) => `on the call: ${names.join(', ')}`,
  unknownPerson: 'not registered',
  unclear: 'not matched yet',
  saved: 'Attendance is saved.',
  decided: 'Saved.',
  columnTwice: (name: string) => `The file has the column “${name.slice(0, 60)}” more than once.`,
  problems: {
    unreadable: 'The file cannot be read as CSV.',
    'too-many': 'The file is longer than the report of one call.',
    'no-header': 'The file has no line with Name, Email, Join time and Leave time.',
    'no-times': 'The file has no times. Export it again with “Show unique users” off.',
    'bad-time': 'has a time that cannot be read. Write 12/2/2026 12:00 PM or 2026-12-02 12:00.',
    'day-first':
      'has the day before the month. Dates are read month first: export it with US dates, or write them as 2026-12-02.',
    'ambiguous-date':
      'has a date that is not the date of this call, whether it is read month first or day first. Is this the report of another call?',
    'left-before-joined': 'says that somebody left before they joined.',
    'no-name-or-email': 'has neither a name nor an address.',
  } as Record<string, string>,
  line: (n: number, wrong: string) => `Line ${n} ${wrong}`,
};
