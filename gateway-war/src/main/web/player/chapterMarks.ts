import { svg } from '../ui/element';
import type { Cue } from './cues';
import type { Player } from './stage';

const WIDTH = 1_000;

/** Where on the timeline chapters begin, as shares of the whole; the first one's beginning needs no mark. */
export function beginnings(chapters: readonly Cue[], length: number): readonly number[] {
  return length > 0 && Number.isFinite(length)
    ? chapters.map(({ from }) => from / length).filter((share) => share > 0.001 && share < 0.999)
    : [];
}

/** Thin marks on video.js's timeline. Decoration: the chapters themselves are in the player's menu. */
export function markChapters(player: Player, chapters: readonly Cue[]): void {
  const marks = beginnings(chapters, player.duration() ?? NaN);
  const holder = player.el().querySelector('.vjs-progress-holder');
  if (!holder || marks.length === 0) return;
  const drawing = svg('svg', { class: 'chapter-marks', viewBox: `0 0 ${WIDTH} 1`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  drawing.append(...marks.map((share) =>
    svg('line', { x1: String(share * WIDTH), x2: String(share * WIDTH), y1: '0', y2: '1', 'vector-effect': 'non-scaling-stroke' })));
  holder.append(drawing);
}
