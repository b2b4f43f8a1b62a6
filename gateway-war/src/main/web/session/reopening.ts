import { randomId } from './randomId';

const PREFIX = 'lectern-page-';

/** What opens a page again. Without `media` it is the gallery. */
export interface Ticket {
  readonly token: string;
  readonly media?: string;
}

interface Kept extends Ticket { readonly at: number }
/** What a history entry of ours carries: the key under which the ticket lies, or the ticket where nothing can be kept. */
interface EntryState { readonly lectern?: string; readonly ticket?: Ticket; readonly passing?: true }

/**
 * Makes a reload work without a token in any address: the token lies in sessionStorage (this tab only, gone with it)
 * under a random key, the key in this frame's history entry, and the entry's address becomes the shell's. Several
 * players in one LMS page share the storage but not the key.
 *
 * A browser that blocks third-party cookies refuses all storage inside the LMS's frame. There the history entry
 * carries the ticket itself: it, too, belongs to this tab and this origin alone, and it is in no address.
 */
export function rememberPage(shellAddress: string, ticket: Ticket, now: number): void {
  const key = PREFIX + randomId();
  let state: EntryState = { lectern: key };
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...ticket, at: now } satisfies Kept));
  } catch (cause) {
    console.debug('storage is blocked in this frame', cause);
    state = { ticket };
  }
  history.replaceState(state, '', shellAddress);
}

/** Marks this history entry as a step on the way, which nobody wants to come back to. */
export function markPassing(shellAddress: string): void {
  history.replaceState({ passing: true } satisfies EntryState, '', shellAddress);
}

/** Whether somebody going back has come to a step on the way. */
export function isPassing(): boolean {
  return ((history.state ?? {}) as EntryState).passing === true;
}

/** The ticket of this history entry, else the newest of this tab. */
export function recallPage(): Ticket | undefined {
  const state = (history.state ?? {}) as EntryState;
  if (state.ticket) return state.ticket;
  try {
    return (state.lectern && read(state.lectern)) || newest();
  } catch (cause) {
    console.debug('storage is blocked in this frame', cause);
    return undefined;
  }
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
export function openPage(openAddress: string, ticket: Ticket, target = '_self'): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = openAddress;
  form.target = target;
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
  form.remove();
}
