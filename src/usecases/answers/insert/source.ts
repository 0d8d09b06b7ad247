import type { Actor } from '../../../domain/people/actor.js';
import type { Result } from '../../../domain/result.js';
import type { Services } from '../../../ports/services.js';

/** What is known of the request that is being answered. */
export interface AboutRequest {
  id: string;
  kind: string;
  topics: string[];
  role: string;
}

/** What is said beside an item: facts, whose words the pages have. */
export interface SourceNote {
  /** It should not be used as it stands. */
  outdated?: boolean;
  /** The day on which somebody last read it and found it right. */
  reviewed?: string;
  publisher?: string;
  /** Of an earlier answer. */
  answeredAt?: string;
  requestKind?: string;
  topics?: string[];
}

export interface SourceItem {
  /** Unique within the source. */
  id: string;
  title: string;
  /** Markdown; null: it is read when it is put in. */
  body: string | null;
  note: SourceNote;
}

/** Where something that can be put into an answer comes from. */
export interface InsertSource {
  kind: string;
  /** What fits the request best first; bounded. */
  list(services: Services, actor: Actor, about: AboutRequest): Promise<SourceItem[]>;
  /** The words of one; null: there is none. Logs what is another case's as read. */
  body(services: Services, actor: Actor, about: AboutRequest, id: string): Promise<Result<string> | null>;
}
