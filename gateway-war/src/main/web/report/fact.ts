/**
 * A fact: one thing that happened in the player, as `POST /api/v1/facts` takes it (design §5). The page reports
 * facts only; what they mean (segments, progress, completion, statements) is the server's business.
 * `at` is the browser's clock in milliseconds until the fact is written on the wire; positions are seconds with at
 * most three decimals.
 */
export type Fact =
  | { readonly kind: 'ready'; readonly at: number; readonly length?: number; readonly player: PlayerState }
  | { readonly kind: 'play' | 'pause' | 'heartbeat' | 'ended' | 'leave'; readonly at: number; readonly time: number }
  | { readonly kind: 'seek'; readonly at: number; readonly from: number; readonly to: number }
  | { readonly kind: 'rate'; readonly at: number; readonly time: number; readonly from: number; readonly to: number }
  | { readonly kind: 'control'; readonly at: number; readonly time: number; readonly changed: Settings };

/** What a learner can set on the player besides play, pause, seek and speed. `volume` is 0 while muted. */
export interface Settings {
  readonly captions?: boolean;
  readonly captionsLanguage?: string;
  readonly volume?: number;
  readonly fullScreen?: boolean;
  /** The largest size available and the size shown, `WxH` in CSS pixels. */
  readonly screenSize?: string;
  readonly playbackSize?: string;
  readonly quality?: number;
  readonly track?: string;
}

/** The player as it stands when it becomes ready. */
export interface PlayerState extends Settings {
  readonly speed: number;
  readonly volume: number;
  readonly fullScreen: boolean;
  readonly muted?: boolean;
  readonly userAgent?: string;
}

/** A fact with its place in the playback: `seq` counts from 1 without gaps. */
export interface NumberedFact {
  readonly seq: number;
  readonly fact: Fact;
}

/** One fact as it goes over the wire. */
export function toWire(numbered: NumberedFact): Record<string, unknown> {
  const { at, ...rest } = numbered.fact;
  return { seq: numbered.seq, at: new Date(at).toISOString(), ...rest };
}
