import type { RequestEventData } from '../../../../domain/requests/state.js';
import type { EventNames } from '../../event-names.js';
import type { NextWords } from '../../next-words.js';

/** What is said of a decision, wherever it is offered or made. */
export interface DecisionText {
  /** The link or button on the request's page. */
  link: string;
  /** Title of the decision's own page. */
  title: string;
  /** What will happen, before anybody presses the button. */
  intro: string;
  button: string;
  /** Said on the request's page afterwards. */
  done: string;
  /** Labels and hints of what it asks for, by the fields' names, and what to say when one was left out. */
  fields?: Record<string, object>;
  /** What stands above its words once they are written, by the fields' names. */
  kept?: Record<string, KeptText>;
}

export interface KeptText {
  staff: string;
  /** Where they read it. */
  requester?: string;
}

/** How a request stands. */
export interface StatusText {
  staff: string;
  requester: string;
}

export interface WaitText extends StatusText {
  supervisor: string;
  /** What staff do next: a few words, and a sentence. */
  step: { short: string; long: (facts: { courses: string; supervisorRefused: boolean }) => string };
  /** The sentence that says what happens next. */
  next: Record<'requester' | 'supervisor', (words: NextWords) => string>;
}

/** A wait during which the clock is paused. */
export interface PausingText extends WaitText {
  paused: {
    /** To staff, with the business days that will then be left: a sentence, and a few words. */
    long: (left: number) => string;
    left: (left: number) => string;
    /** Behind a sentence that says when it was due. */
    late: string;
    /** In place of the promised day. */
    requester: string;
  };
}

/** One plain sentence about an event. Who did it and when stand beside it. */
export interface EventText {
  staff: (data: RequestEventData, names: EventNames) => string;
  /** What requester and supervisor both see in the timeline. */
  outside?: OutsideText;
}

export interface OutsideText {
  title: string;
  /** To the requester, where the title speaks of them to the supervisor; only this says "you". */
  own?: string;
  /** In place of the title, where the same was told before. */
  again?: string;
  text?: (
    data: RequestEventData,
    names: {
      course(id: string): string;
      resource(id: string): string;
      reference(id: string): string | null;
    },
  ) => string;
}

/** All that is said about what belongs together. */
export interface Group {
  decisions?: Record<string, DecisionText>;
  statuses?: Record<string, StatusText | WaitText | PausingText>;
  events: Record<string, EventText>;
  /** Kinds of mail as staff read them. */
  mails: Record<string, string>;
}
