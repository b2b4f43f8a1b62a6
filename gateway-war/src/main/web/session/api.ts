import type { Session } from './session';

/** What the API refused, by its name, in its words. */
export class Refused extends Error {
  constructor(readonly status: number, readonly code: string, readonly detail: string) {
    super(`${status} ${code}`);
  }
}

/** Asks the API; rejects with {@link Refused}, or with whatever `fetch` rejects with. An empty answer is `undefined`. */
export async function call<T>(session: Session, method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${session.api}${path}`, {
    method,
    credentials: 'omit',
    cache: 'no-store',
    headers: {
      Authorization: `Bearer ${session.token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({})) as { title?: string; detail?: string };
    throw new Refused(response.status, problem.title ?? '', problem.detail ?? '');
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}
