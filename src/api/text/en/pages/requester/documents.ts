/** Adding a document to a request. */
export const documentsText = {
  title: 'Add a document',
  lead: 'Take out your client’s name, numbers and birth date first, or black them out.',
  file: 'The document',
  fileHint:
    'PDF, Word, text, or a picture (HEIC from a phone is fine), up to 10 MB. We take hidden details, such as the place and the camera, out of JPEG and PNG pictures; out of other files we can’t.',
  kind: 'What is it?',
  noFile: 'Choose a file.',
  tooLarge: 'The file is larger than 10 MB. Send a smaller one, or its pages in several files.',
  identifiers:
    'The name of the file may identify your client. Rename it, or say that it may stay, and choose it again.',
  confirm: 'I have checked the name; send it as it is',
  noKind: 'Say what the document is.',
  save: 'Add the document',
};

/** Removing one again. */
export const removeDocumentText = {
  title: 'Remove this document?',
  lead: 'We will erase it and can no longer see it. You can’t undo this, but you can send it again while the request is open.',
  confirm: 'Remove the document',
  keep: 'Keep it',
};
