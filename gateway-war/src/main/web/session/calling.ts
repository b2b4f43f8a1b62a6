import type { Session } from './session';

/** What the API refused, by its name and in its words. */
export class Refused extends Error {
  constructor(readonly status: number, readonly code: string, readonly detail: string) {
    super(`${status} ${code}`);
  }
}

/** Calls the API by path below its root; rejects with {@link Refused}, or with whatever `fetch` rejects with. */
export async function call<T>(session: Session, method: string, path: string, body?: object, signal?: AbortSignal): Promise<T> {
  return callAt<T>(session, method, `${session.api}${path}`, body, signal);
}

/** The same at an address that the server told. */
export async function callAt<T>(session: Session, method: string, address: string, body?: object, signal?: AbortSignal): Promise<T> {
  const response = await fetch(address, {
    method,
    credentials: 'omit',
    cache: 'no-store',
    headers: { Authorization: `Bearer ${session.token}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({})) as { title?: string; detail?: string };
    throw new Refused(response.status, problem.title ?? String(response.status), problem.detail ?? '');
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** A query of those parts that are there. */
export function query(parts: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined && part[1] !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
