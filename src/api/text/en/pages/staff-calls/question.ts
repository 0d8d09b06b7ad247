/** Words of a question’s own page. */

export const questionText = {
  title: (n: number) => `Question ${n}`,
  titleGone: 'Question',
  back: 'Back to the selection board',
  asked: 'Asked by',
  organization: 'Organization',
  role: 'Role',
  status: 'Status',
  there: 'its asker was on the call',
  notThere: 'its asker was not found on the call',
  about: 'About',
  when: 'Asked',
  request: 'Request made of it',
  countsFor: 'Counts for',
  counts: {
    none: 'No organization: no other question is kept out by it.',
    domain: (domain: string) => `Everybody at ${domain}, by the e-mail address`,
    unit: (unit: string, domain: string) => `“${unit}” at ${domain}, by the unit named`,
    name: (name: string) => `“${name}”, by the name given`,
  },
  logged: 'That you opened this question is logged.',
  words: 'The question',
  worksheet: 'EMP worksheet (PDF)',
  worksheetPreview: 'Look at it',
  correct: {
    heading: 'Correct the organization',
    intro:
      'One question for each organization and call. The e-mail address suggests which one it is; at shared addresses the unit named decides. The asker sees with their question what you enter.',
    label: 'Organization this question counts for',
    missing: 'Enter the name of the organization.',
    button: 'Save the organization',
    done: 'The organization is corrected.',
    taken: 'That organization has a question for this call already. Nothing was changed.',
  },
  move: {
    heading: 'Move to another call',
    intro:
      'A legal question does not belong on a call about other topics. With the asker’s consent it moves to the next call that takes it, keeps its date, and they get a mail. Ask them by mail with the button, or say that they agreed otherwise. Asked and not answered, or declined, it is handed over when the questions of this call are chosen.',
    to: 'Move it to',
    nowhere: 'No coming call takes questions of this kind.',
    legal: 'This is a legal question',
    legalOther: 'This is a legal question, and not trafficking analysis',
    otherIntro:
      'Trafficking analysis stays here: the calls below do not take it. A legal question about something else moves there with the asker’s consent, keeps its date, and they get a mail. Ask them by mail with the button, or say that they agreed otherwise. Asked and not answered, or declined, it is handed over when the questions of this call are chosen.',
    consent: 'The asker agreed to the move (by phone, say)',
    propose: 'Ask the asker',
    proposedDone: 'The asker is asked by mail.',
    proposed: {
      waiting:
        'The asker was asked whether it may move, and has not answered yet. It is not chosen for this call.',
      declined:
        'The asker declined to move it. It is handed over when the questions of this call are chosen.',
    },
    consentMissing: 'Ask the asker first, then check that they agreed.',
    legalMissing: 'Check that this is a legal question.',
    button: 'Move the question',
    done: 'The question is moved and the asker is told.',
    taken: 'The asker or their organization has a question for that call already.',
    notNow: 'This question can no longer be moved.',
  },
};
