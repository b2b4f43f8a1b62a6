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

/** Lets the player choose among the levels of this height only; among all without one. */
export function enableOnly(levels: readonly QualityLevel[], height: number | undefined): void {
  // First on, then off: with none enabled a player gives up.
  for (const level of levels) if (height === undefined || level.height === height) level.enabled = true;
  for (const level of levels) if (height !== undefined && level.height !== height) level.enabled = false;
}
