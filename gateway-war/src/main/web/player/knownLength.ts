interface Timed {
  duration(seconds?: number): number | undefined;
  on(event: 'durationchange', listener: () => void): void;
}

/** Files that browsers recorded do not tell how long they are; the library does. Without it they would be taken for live streams. */
export function tellLength(player: Timed, seconds: number): void {
  player.on('durationchange', () => { if (player.duration() === Infinity) player.duration(seconds); });
}
