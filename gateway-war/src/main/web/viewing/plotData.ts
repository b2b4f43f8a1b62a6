import { call, query, Refused } from '../session/calling';
import type { Session } from '../session/session';

/** `GET /api/v1/viewing/plots?media=…&zone=…`: how a course's learners watch a video, in numbers. Times of the video in seconds. */
export type PlotData = { readonly state: 'nobody' } | { readonly state: 'too-few'; readonly fewest: number } | Watched;

export interface Watched {
  readonly state: 'shown';
  readonly viewers: number;
  readonly finished: number;
  /** 0 when nobody knows; then there are no curves. */
  readonly length: number;
  /** What a number of a curve stands for. */
  readonly step: number;
  /** People who saw each step. */
  readonly seen: readonly number[];
  /** How many times each step was played. */
  readonly plays: readonly number[];
  /** People who stopped in each step and did not come back. */
  readonly stops: readonly number[];
  readonly days: readonly Day[];
  readonly updated: string;
}

export interface Day {
  /** ISO 8601. */
  readonly day: string;
  readonly views: number;
}

/** With days of this device's time zone; of UTC where the server does not know it. */
export async function askPlots(session: Session, media: string): Promise<PlotData> {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const ask = (zoned: string) => call<PlotData>(session, 'GET', `/viewing/plots${query({ media, zone: zoned })}`);
  try {
    return await ask(zone);
  } catch (cause) {
    if (cause instanceof Refused && cause.status === 400) return ask('UTC');
    throw cause;
  }
}
