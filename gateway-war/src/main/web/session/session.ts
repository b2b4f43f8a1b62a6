import type { MessageKey } from '../language/language';

/** What every page is told by the launch; written by the server into `#lectern-session`. */
export interface Session {
  readonly token: string;
  readonly api: string;
  /** Where this page can be opened again: a GET there shows the shell, a POST to `{renew}/open` a page. */
  readonly renew: string;
  readonly expires?: string;
  readonly locale?: string;
  readonly learner?: {
    readonly role?: 'learner' | 'instructor' | 'administrator';
    /** Opaque and the same for one learner of one tenant in every session: guards facts left on a shared device. */
    readonly key?: string;
  };
  readonly course?: { readonly title?: string };
  /** For those who teach: where who has watched is shown; a POST to `{viewing}/open` opens it. */
  readonly viewing?: string;
  /** For those who teach: where they look after videos, and where they add one; a POST to `…/open` opens it. */
  readonly studio?: string;
  readonly upload?: string;
  /** Where people see what is recorded about them; a POST to `{aboutYou}/open` opens it. */
  readonly aboutYou?: string;
}

export interface PlayerSession extends Session {
  readonly page: 'player';
  readonly media: Media;
  readonly playback?: {
    readonly resumeAt?: number;
    readonly watched?: readonly (readonly [number, number])[];
    readonly completionThreshold?: number;
  };
  /** What the institution lets people say. */
  readonly conversation?: { readonly likes?: boolean; readonly comments?: boolean };
  readonly report?: { readonly flushSeconds?: number; readonly heartbeatSeconds?: number };
}

export interface Media {
  readonly id: string;
  readonly title: string;
  readonly duration?: number;
  /** A live stream: whatever its player says, it has no length. */
  readonly live?: boolean;
  readonly sources: readonly { readonly src: string; readonly type?: string }[];
  readonly poster?: string | null;
  readonly captions?: readonly Captions[];
  readonly chapters?: readonly Captions[];
  /** Plain text for people. */
  readonly description?: string;
  /** Another company's player shows it; then there are no sources. */
  readonly embedded?: Embedded;
}

/** What another company's player needs to find a video. */
export interface Embedded {
  readonly player: 'brightcove' | 'kaltura';
  /** The script that brings the player. */
  readonly script: string;
  /** Brightcove: `account`, `player`, `video`; Kaltura: `partner`, `uiconf`, `entry`. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface Captions {
  readonly src: string;
  readonly language: string;
  readonly label: string;
}

export interface GallerySession extends Session {
  readonly page: 'gallery';
  readonly items: readonly GalleryItem[];
  /** Where the next page of items begins, if there is one. */
  readonly next?: string;
  readonly channels: readonly Channel[];
}

/** Where videos are published: a gallery, which is there by itself, or a channel that somebody made. */
export interface Channel {
  readonly id: string;
  readonly title: string;
  readonly reach: 'course' | 'institution';
  readonly gallery: boolean;
  /** Whether the session's learner may name and order it. */
  readonly mayArrange?: boolean;
}

export interface GalleryItem {
  readonly id: string;
  readonly title: string;
  readonly duration?: number;
  readonly live?: boolean;
  readonly poster?: string | null;
  /** Share seen, 0 to 1. */
  readonly watched?: number;
}

/** Reads the session the server wrote into this page. The server is ours: a page without one is a fault, not a case. */
export function readSession<S extends Session>(): S {
  const json = document.getElementById('lectern-session')?.textContent;
  if (!json) throw new Error('this page was served without #lectern-session');
  return JSON.parse(json) as S;
}

/** Fills elements that carry `data-message` with their text. */
export function translate(say: (key: MessageKey) => string): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-message]')) {
    element.textContent = say(element.dataset['message'] as MessageKey);
  }
}
