import type { ScanState } from '../../../domain/documents/scan-states.js';

/** Where a document stands with the scan for viruses; null: nothing to say. */
const requester: Record<ScanState, string | null> = {
  waiting: 'We are checking it for viruses. It opens as soon as that is done.',
  clean: null,
  infected:
    'We did not take it: it carries a virus, and we destroyed it. Your request goes on. Send the document again from a clean copy if you can.',
  unchecked:
    'We could not check it for viruses, so nobody can open it. Your request goes on. Please send it again, or write to us.',
  'not-scanned': null,
};

const staff: Record<ScanState, string | null> = {
  waiting: 'Being checked for viruses; it can’t be opened yet',
  clean: 'Checked for viruses',
  infected: 'Not taken: it carried a virus and was destroyed. Ask for a clean copy.',
  unchecked: 'Could not be checked for viruses; nobody can open it. Ask for it again.',
  'not-scanned': 'Not scanned for viruses: the desk had no scanner when it came',
};

export const scansText = {
  requester,
  staff,
  /** What a document tells beside what it shows, where that could not be taken out. */
  details: {
    requester: 'Hidden details, such as who wrote it and where, could not be removed from it.',
    staff: 'may hold hidden details, such as who wrote it and where',
  },
  /** Of those that wait for longer than they should. */
  late: 'The virus scanner has not answered for hours. Whoever runs the desk finds out why with the command doctor.',
};
