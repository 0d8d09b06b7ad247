import type {
  WorksheetColumn,
  WorksheetPart,
  WorksheetVariant,
} from '../../../../../domain/worksheets/worksheet.schema.js';

/** The EMP worksheet that people fill in here. Its title, lead, variants and parts are the program's if it has its own. */
export const worksheetText = {
  link: 'EMP worksheets',
  besideFiles: {
    text: 'An EMP worksheet need not be a file: you can fill one in here, signed in, and attach it to your request in one step.',
    link: 'Your EMP worksheets',
  },
  title: 'EMP worksheet',
  lead: 'Act, means and purpose: what you know, what shows it, and what is missing. It helps with the argument that the facts are trafficking under federal law.',
  listTitle: 'Your EMP worksheets',
  private: (days: number) =>
    `Only you see a worksheet until you attach it. It is erased ${days} days after you last saved it.`,
  noNames: 'Leave out your client’s name, numbers and birth date.',
  none: 'You have none yet.',
  saved: (when: string) => `Saved ${when}`,
  unnamed: 'Without a label',
  variant: 'What is the worksheet about?',
  noVariant: 'Say what the worksheet is about.',
  start: 'Begin a worksheet',
  variants: {
    'sex-adult': { label: 'Sex trafficking, adult', hint: '' },
    'sex-minor': { label: 'Sex trafficking, under 18', hint: 'Force, fraud or coercion need not be shown.' },
    labor: { label: 'Labor trafficking, any age', hint: '' },
  } as Record<WorksheetVariant, { label: string; hint: string }>,
  parts: {
    act: { label: 'Act', hint: 'What was done to the person.' },
    means: { label: 'Means', hint: 'How it was done: force, fraud or coercion.' },
    purpose: { label: 'Purpose', hint: 'What it was done for: a commercial sex act.' },
  } as Record<WorksheetPart, { label: string; hint: string }>,
  meansNotNeeded:
    'Means need not be shown where the person was under 18. Leave this empty, or note what there is.',
  laborPurpose: 'What it was done for: involuntary servitude, peonage, debt bondage or slavery.',
  columns: {
    facts: 'Facts',
    evidence: 'Evidence',
    gaps: 'Gaps',
  } as Record<WorksheetColumn, string>,
  columnHints: {
    facts: 'What is known.',
    evidence: 'What shows it.',
    gaps: 'What is missing, and how it may be found.',
  } as Record<WorksheetColumn, string>,
  label: 'Your label',
  labelHint: 'So that you find it again, never your client’s name.',
  save: 'Save',
  done: {
    started: 'The worksheet is there. Nothing is sent until you attach it.',
    saved: 'Saved.',
    erased: 'The worksheet is erased.',
  } as Record<string, string>,
  attachLink: 'Attach it to a request or a question for a call',
  pdfLink: 'Download it as a PDF',
  eraseLink: 'Erase it',
  elsewhere: 'Saved in the other window:',
  attach: {
    title: 'Attach the worksheet',
    lead: 'Your request or question gets a copy as a PDF, which our team can read. What you change here later does not change the copy.',
    becomes: 'A request for a review of “another document” becomes a trafficking analysis by it.',
    request: 'To which request or question?',
    noRequest: 'Choose a request or a question.',
    question: (call: string) => `Your question: ${call}`,
    noOpen:
      'You have no open request, and no question that can still be changed. Ask first, then attach the worksheet.',
    ask: 'Ask for help',
    askOnCall: 'Ask a question for a call',
    empty: 'Nothing is written in the worksheet yet.',
    unfinished: 'A part has no facts yet. You may attach it all the same.',
    identifiers: 'This may identify your client. Take it out of the worksheet, or say that it may stay.',
    confirm: 'I have checked it; attach it as it is',
    send: 'Attach it',
    cancel: 'Go back without attaching',
  },
  erase: {
    title: 'Erase this worksheet?',
    lead: 'Copies that you attached to requests stay there.',
    confirm: 'Erase it',
    keep: 'Keep it',
  },
  pdf: {
    nothing: 'Nothing written yet.',
    about: 'About',
    label: 'Label',
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
};
