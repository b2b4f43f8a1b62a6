import { svg } from './element';

const WIDTH = 1_000;

/** A bar whose parts are filled: `[from, to]` as shares of the whole, 0 to 1. Decoration; the words stand beside it. */
export function watchedBar(): SVGSVGElement {
  return svg('svg', { class: 'watched-bar', viewBox: `0 0 ${WIDTH} 1`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
}

export function fillBar(bar: SVGSVGElement, parts: readonly (readonly [number, number])[]): void {
  bar.replaceChildren(...parts.map(([from, to]) =>
    svg('rect', { x: String(from * WIDTH), width: String(Math.max(1, (to - from) * WIDTH)), y: '0', height: '1' })));
}

/** A bar filled from the start. */
export function watchedMeter(share: number): SVGSVGElement {
  const bar = watchedBar();
  fillBar(bar, [[0, Math.min(1, share)]]);
  return bar;
}
