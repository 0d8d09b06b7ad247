/** Words of the page that describes the API. */
export const apiDocsText = {
  title: 'TA Desk API',
  lead: 'Dates are ISO 8601. Errors are problem documents (application/problem+json) with a code. Every POST takes Idempotency-Key: the same key and body get the same answer.',
  machine: 'The same for programs:',
  contents: 'Contents',
  below: 'Every address begins with',
  open: 'Anybody may call this; no key is needed.',
  key: 'Needs a key or a signed-in person.',
  details: 'Fields and answers',
  parameters: 'Parameters',
  body: 'Body',
  answers: 'Answers',
  required: 'required',
  or: ' or ',
  atMost: (characters: number) => `at most ${characters} characters`,
  in: { path: 'in the address', query: 'query', header: 'header', cookie: 'cookie' } as Record<
    string,
    string
  >,
};
