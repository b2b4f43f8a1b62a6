/** Tells other pages of this browser whether a playback's page still lives, so that nobody sends what its owner is sending. */
export interface PageLife {
  /** Marks the playback as living until `release` is called or the page is gone. */
  hold(playback: string): { release(): void };
  /** Runs `action` if the playback's page is gone, keeping others from doing the same meanwhile. */
  ifGone(playback: string, touched: number, action: () => Promise<void>): Promise<void>;
}

/** Without locks a playback that has not grown for this long counts as gone. */
const SILENT_MS = 60_000;

const nameOf = (playback: string) => `lectern-playback-${playback}`;

/** By Web Locks, which the browser lets go when a page dies, however it dies; else by age. */
export function pageLife(locks: LockManager | undefined, now: () => number): PageLife {
  return locks ? byLocks(locks, now) : byAge(now);
}

function byLocks(locks: LockManager, now: () => number): PageLife {
  return {
    hold(playback) {
      let release = () => {};
      const held = new Promise<void>((resolve) => { release = resolve; });
      locks.request(nameOf(playback), () => held).catch((cause: unknown) => console.debug('no lock', cause));
      return { release: () => release() };
    },
    async ifGone(playback, touched, action) {
      try {
        await locks.request(nameOf(playback), { ifAvailable: true }, (lock) => (lock ? action() : undefined));
      } catch (cause) {
        // Frames without storage access may be refused locks, too.
        console.debug('no lock', cause);
        await byAge(now).ifGone(playback, touched, action);
      }
    },
  };
}

function byAge(now: () => number): PageLife {
  return {
    hold: () => ({ release: () => {} }),
    ifGone: async (_, touched, action) => { if (now() - touched > SILENT_MS) await action(); },
  };
}
