import type { PlayerState } from '../report/fact';
import type { Standing } from './restingSettings';

/**
 * What the player element tells, in the order it tells it. `at` is milliseconds on the browser's clock, `time` the
 * position in seconds. The words are those of HTML media events where there is one.
 *
 * - `ready`: media length and player state are known. `playing` is true when the learner pressed play before that.
 * - `tick`: the clock went on; with `time`, the position did too. Never carries a position while the player is seeking.
 * - `place`: the page itself is about to move the position (resume, start over); not a learner's seek.
 * - `grab` and `release`: the pointer went down on the timeline, and came up again.
 * - `settings`: captions, volume, full screen, picture in picture, sizes, chosen quality or audio track are now like this.
 * - `leave`: the page goes away.
 */
export type RawEvent =
  | { readonly type: 'ready'; readonly at: number; readonly time: number; readonly length: number; readonly playing: boolean; readonly player: PlayerState }
  | { readonly type: 'tick'; readonly at: number; readonly time?: number }
  | { readonly type: 'play' | 'pause' | 'seeking' | 'seeked' | 'ended' | 'place'; readonly at: number; readonly time: number }
  | { readonly type: 'grab' | 'release' | 'leave'; readonly at: number }
  | { readonly type: 'rate'; readonly at: number; readonly rate: number }
  | { readonly type: 'settings'; readonly at: number; readonly settings: Standing };
