/** A level of an adaptive source, as videojs-contrib-quality-levels has it. */
export interface QualityLevel {
  readonly height?: number;
  enabled: boolean;
}

/** The heights among which a learner can choose, highest first. */
export function choicesOf(levels: readonly QualityLevel[]): readonly number[] {
  const heights = new Set(levels.map(({ height }) => height).filter((height) => height !== undefined && height > 0) as number[]);
  return [...heights].sort((a, b) => b - a);
}

/**
 * Lets the player choose among the levels of this height only; among all without one. A player goes to a level at once only when that is
 * switched on, the last one if there are several; else it plays out what it has loaded, which may be all of a short video. Without a height it
 * so begins with the lowest, which no connection stalls, and finds its own from there.
 */
export function enableOnly(levels: readonly QualityLevel[], height: number | undefined): void {
  const wanted = levels.filter((level) => height === undefined || level.height === height);
  const others = levels.filter((level) => !wanted.includes(level));
  if (wanted.every((level) => level.enabled) && others.every((level) => !level.enabled)) return;
  // First on, then off: with none enabled a player gives up.
  if (height !== undefined) for (const level of wanted) level.enabled = false;
  for (const level of [...wanted].sort((a, b) => (b.height ?? 0) - (a.height ?? 0))) level.enabled = true;
  for (const level of others) level.enabled = false;
}
