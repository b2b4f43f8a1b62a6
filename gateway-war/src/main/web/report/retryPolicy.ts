const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const SHORTEST_ASKED_MS = 1_000;
const LONGEST_ASKED_MS = 3_600_000;

/** Full-jitter exponential back-off: anything between nothing and 1 s, 2 s, 4 s … 60 s. `random` is in [0, 1). */
export function backOff(failures: number, random: number): number {
  return random * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1));
}

/** The wait a `Retry-After` header asks for (seconds or HTTP date, RFC 9110 §10.2.3), within 1 s and 1 h; undefined if it makes no sense. */
export function retryAfter(header: string | null, now: number): number | undefined {
  const value = header?.trim() ?? '';
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, SHORTEST_ASKED_MS), LONGEST_ASKED_MS);
}
