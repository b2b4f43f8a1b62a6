import uPlot from 'uplot';

/** Steps between marks that people count in; seconds. */
const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 18_000, 36_000, 86_400];
const WHOLE = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000, 2_500, 5_000, 10_000, 20_000, 50_000, 100_000, 1_000_000];
const FONT = '14px system-ui, sans-serif';
const LINE = 18;

/** A colour of the page as it is now: light, dark, or the reader's own. */
export function ink(name: 'text' | 'text-soft' | 'line' | 'accent'): string {
  if (matchMedia('(forced-colors: active)').matches) return name === 'accent' ? 'Highlight' : 'CanvasText';
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Axes, scales and grid that all plots share. */
export function frame(x: { readonly max: number; readonly mark: (value: number) => string; readonly along: 'video' | 'bars' }, number: (value: number) => string): Pick<uPlot.Options, 'axes' | 'scales'> {
  const look = { stroke: ink('text-soft'), font: FONT, grid: { stroke: ink('line'), width: 1 }, ticks: { show: false } };
  return {
    scales: {
      x: { time: false, range: x.along === 'video' ? [0, x.max] : [-0.5, x.max - 0.5] },
      y: { range: (_, __, most) => [0, Math.max(1, most) * 1.1] },
    },
    axes: [
      { ...look, grid: { show: false }, incrs: x.along === 'video' ? SECONDS : WHOLE, space: 72, values: (_, marks) => marks.map(x.mark) },
      { ...look, incrs: WHOLE, size: 56, values: (_, marks) => marks.map(number) },
    ],
  };
}

/** Names at the right end of the lines, pushed apart where the lines end at one height. */
export function names(labels: readonly string[], colours: () => readonly string[]): (drawn: uPlot) => void {
  return (drawn) => {
    const { ctx, bbox } = drawn;
    const scale = devicePixelRatio;
    const ends = labels.map((label, at) => {
      const values = drawn.data[at + 1] ?? [];
      return { label, colour: colours()[at] ?? '', y: drawn.valToPos(values.at(-1) ?? 0, 'y', true) };
    }).sort((a, b) => b.y - a.y);
    let free = bbox.top + bbox.height;
    ctx.save();
    ctx.font = `${14 * scale}px system-ui, sans-serif`;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    for (const { label, colour, y } of ends) {
      const at = Math.min(y, free);
      ctx.fillStyle = colour;
      ctx.fillText(label, bbox.left + bbox.width + 8 * scale, at);
      free = at - LINE * scale;
    }
    ctx.restore();
  };
}

/** Room for {@link names}. */
export function roomFor(labels: readonly string[]): number {
  const ctx = document.createElement('canvas').getContext('2d');
  if (!ctx) return 120;
  ctx.font = FONT;
  return Math.ceil(Math.max(...labels.map((label) => ctx.measureText(label).width))) + 12;
}

export const bars = (): uPlot.Series => ({
  fill: ink('accent'), width: 0, points: { show: false }, paths: uPlot.paths.bars!({ size: [0.8, 48] }),
});
