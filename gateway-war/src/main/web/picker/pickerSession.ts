import type { Media, Session } from '../session/session';

/** Why nothing can be chosen, or `open` when something can. */
export type Standing = 'open' | 'learner' | 'no-links' | 'answered' | 'over';

/** What a deep linking launch told this page. */
export interface PickerSession extends Session {
  readonly page: 'picker';
  readonly standing: Standing;
  /** Where the choice is signed. */
  readonly answer: string;
  /** What the course takes; missing once it was answered. */
  readonly accept?: { readonly multiple: boolean; readonly grade: boolean; readonly window: boolean };
  /** Where more videos are asked for; missing when there is nothing to choose. */
  readonly videos?: string;
  readonly items: readonly Media[];
  /** Where the next page of items begins, if there is one. */
  readonly next?: string;
}
