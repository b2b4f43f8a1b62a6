import { randomId } from './randomId';

const PREFIX = 'lectern-page-';

/** What opens a page again. Without `media` it is the gallery. */
export interface Ticket {
  readonly token: string;
  readonly media?: string;
}

interface Kept extends Ticket { readonly at: number }

/**
 * Makes a reload work without a token in any address: the token lies in sessionStorage (this tab only, gone with it)
 * under a random key, the key in this frame's history entry, and the entry's address becomes the shell's. Several
 * players in one LMS page share the storage but not the key.
 */
export function rememberPage(shellAddress: string, ticket: Ticket, now: number): void {
  const key = PREFIX + randomId();
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...ticket, at: now } satisfies Kept));
  } catch (cause) {
    // Storage is blocked in this frame. The shell will say how to go on after a reload.
    console.debug('a reload will need a new launch', cause);
  }
  history.replaceState({ lectern: key }, '', shellAddress);
}

/** The ticket of this history entry, else the newest of this tab. */
export function recallPage(): Ticket | undefined {
  try {
    const own = keyOf(history.state);
    return (own && read(own)) || newest();
  } catch (cause) {
    console.debug('storage is blocked in this frame', cause);
    return undefined;
  }
}

function keyOf(state: unknown): string | undefined {
  const key = (state as { lectern?: unknown } | null)?.lectern;
  return typeof key === 'string' ? key : undefined;
}

function newest(): Kept | undefined {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
  return keys.map(read).filter((kept) => kept !== undefined).sort((a, b) => b.at - a.at)[0];
}

function read(key: string): Kept | undefined {
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null;
  return kept ?? undefined;
}

/** Opens a page by a posted form, so that the token stands in no address, referrer or log. */
export function openPage(openAddress: string, ticket: Ticket): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = openAddress;
  form.hidden = true;
  for (const [name, value] of Object.entries({ token: ticket.token, media: ticket.media ?? '' })) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
