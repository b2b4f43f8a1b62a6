import uPlot from 'uplot';

/** Steps between marks that people count in; seconds. */
const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 18_000, 36_000, 86_400];
const WHOLE = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000, 2_500, 5_000, 10_000, 20_000, 50_000, 100_000, 1_000_000];
const FONT = '14px system-ui, sans-serif';
const LINE = 18;
const NARROW = 480;
const SAMPLE = 24;

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
      { ...look, size: 32, grid: { show: false }, incrs: x.along === 'video' ? SECONDS : WHOLE, space: 72, values: (_, marks) => marks.map(x.mark) },
      { ...look, incrs: WHOLE, size: 56, values: (_, marks) => marks.map(number) },
    ],
  };
}

/** A line's name and how it is drawn. */
export interface Named {
  readonly label: string;
  readonly colour: string;
  readonly dash: readonly number[];
}

/** Names beside the right ends of the lines, pushed apart where these end at one height; above a narrow plot, with a piece of line each. */
export function names(lines: readonly Named[]): (drawn: uPlot) => void {
  return (drawn) => {
    const { ctx } = drawn;
    ctx.save();
    ctx.font = `${14 * devicePixelRatio}px system-ui, sans-serif`;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    if (isNarrow(drawn.width)) above(drawn, lines);
    else beside(drawn, lines);
    ctx.restore();
  };
}

function beside({ ctx, bbox, data, valToPos }: uPlot, lines: readonly Named[]): void {
  const ends = lines.map((line, at) => ({ ...line, y: valToPos(data[at + 1]?.at(-1) ?? 0, 'y', true) }));
  let free = bbox.top + bbox.height;
  for (const { label, colour, y } of ends.sort((a, b) => b.y - a.y)) {
    const at = Math.min(y, free);
    ctx.fillStyle = colour;
    ctx.fillText(label, bbox.left + bbox.width + 8 * devicePixelRatio, at);
    free = at - LINE * devicePixelRatio;
  }
}

function above({ ctx, bbox }: uPlot, lines: readonly Named[]): void {
  lines.forEach(({ label, colour, dash }, at) => {
    const y = (at + 0.5) * LINE * devicePixelRatio;
    ctx.fillStyle = ctx.strokeStyle = colour;
    ctx.lineWidth = 2 * devicePixelRatio;
    ctx.setLineDash(dash.map((length) => length * devicePixelRatio));
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + SAMPLE * devicePixelRatio, y);
    ctx.stroke();
    ctx.fillText(label, bbox.left + (SAMPLE + 8) * devicePixelRatio, y);
  });
}

/** Room for {@link names}: top, right, bottom, left; CSS pixels. */
export function roomFor(lines: readonly Named[], width: number): [number, number, null, null] {
  const ctx = document.createElement('canvas').getContext('2d');
  if (!ctx || isNarrow(width)) return [(lines.length + 1) * LINE, 16, null, null];
  ctx.font = FONT;
  return [8, Math.ceil(Math.max(...lines.map(({ label }) => ctx.measureText(label).width))) + 12, null, null];
}

function isNarrow(width: number): boolean { return width < NARROW; }

export const bars = (): uPlot.Series => ({
  fill: ink('accent'), width: 0, points: { show: false }, paths: uPlot.paths.bars!({ size: [0.8, 48] }),
});
