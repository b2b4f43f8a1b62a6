import type { ChosenItem } from './choice';
import type { PickerSession } from './pickerSession';

/** Why a choice did not reach the course: `failed` may be tried again, `refused` names what was wrong. */
export type Failure = { readonly why: 'over' | 'answered' | 'failed' } | { readonly why: 'refused'; readonly reason: string };

interface Signed { readonly return: string; readonly jwt: string }

/** Has the choice signed. The answer is good once. */
export async function sign(session: PickerSession, items: readonly ChosenItem[], message: string): Promise<Signed | Failure> {
  try {
    const answer = await fetch(session.answer, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${session.token}` },
      body: JSON.stringify({ items, message }),
    });
    if (answer.ok) return await answer.json() as Signed;
    return failure(answer.status, await reason(answer));
  } catch (cause) {
    console.debug('the choice could not be sent', cause);
    return { why: 'failed' };
  }
}

/** What a status of the server means here. */
export function failure(status: number, reason: string): Failure {
  if (status === 401 || status === 410) return { why: 'over' };
  if (status === 409) return { why: 'answered' };
  return status >= 500 || status === 429 ? { why: 'failed' } : { why: 'refused', reason };
}

async function reason(answer: Response): Promise<string> {
  const problem = await answer.json().catch(() => ({})) as { title?: unknown };
  return typeof problem.title === 'string' ? problem.title : String(answer.status);
}

/** Leaves this page by posting the answer to the course (Deep Linking 2.0 §4.5). */
export function post({ return: address, jwt }: Signed): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = address;
  form.hidden = true;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'JWT';
  field.value = jwt;
  form.append(field);
  document.body.append(form);
  form.submit();
}
