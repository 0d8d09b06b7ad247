/** Of a request, call, series, review, introduction or time away whose process can't carry out what is due. */
export const heldUpText = (since: string, id: string): string =>
  `Since ${since} something due here could not be carried out: no reminder or date is kept until it is. ` +
  `It is tried again by itself. An administrator finds out why with “desk doctor” and takes it up with “desk mend ${id}”.`;

export const heldUpTitle = 'This is held up';
