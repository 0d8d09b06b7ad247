import { en } from './en/en.js';

/** Everything said to people, in one language. What another language forgets does not compile. */
export type Texts = typeof en;

/** The languages the desk speaks, by their BCP 47 tag; the first is spoken to whoever asks for none of them. */
export type Languages = readonly [Texts, ...Texts[]];

export const LANGUAGES: Languages = [en];
