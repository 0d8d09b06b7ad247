/** By what way somebody came: a page, the API, a command at a terminal; the desk itself does what its time has come for. */
export const WHENCES = ['page', 'api', 'command', 'system'] as const;
export type Whence = (typeof WHENCES)[number];
