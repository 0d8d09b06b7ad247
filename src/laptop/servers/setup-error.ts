/** Something outside the program keeps it from starting. The message says what and what to do; no stack is shown. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
