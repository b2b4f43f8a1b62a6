import type { NumberedFact } from './fact';

/**
 * One player load as it is kept on the device: what is needed to send its facts after the page is gone. `owner` is the
 * session's opaque key of the learner; `touched` is when it last grew. The token is kept only as long as facts wait.
 */
export interface KeptPlayback {
  readonly playback: string;
  readonly media: string;
  readonly api: string;
  readonly token: string;
  readonly owner?: string;
  readonly touched: number;
}

export interface Leftover {
  readonly kept: KeptPlayback;
  readonly facts: readonly NumberedFact[];
}

/** Where facts wait until the server has committed them. Never rejects: a browser without storage keeps less, it does not fail. */
export interface FactShelf {
  /** Whether what lies here outlives the page. */
  readonly durable: boolean;
  put(kept: KeptPlayback, fact: NumberedFact): Promise<void>;
  /** Forgets the facts up to and including `through`, and with the last one the playback and its token. */
  drop(playback: string, through: number): Promise<void>;
  /** Everything that waits here, facts in order. */
  leftovers(): Promise<readonly Leftover[]>;
}

/** Keeps nothing beyond the reporter's own memory: for browsers that refuse storage inside a frame. */
export const noShelf: FactShelf = {
  durable: false,
  put: async () => {},
  drop: async () => {},
  leftovers: async () => [],
};
