import type { Captions, Session } from '../session/session';

/** What the viewing pages are told by the server that opened them. */
export interface ViewingSession extends Session {
  readonly page: 'viewing' | 'review';
  /** Where the video itself is opened. */
  readonly player: string;
  readonly media?: Video & { readonly captions?: readonly Captions[] };
  /** The reviewed learner, as the launch named them. */
  readonly name?: string;
}

export interface Video {
  readonly id: string;
  readonly title: string;
  /** Seconds. */
  readonly length?: number;
  /** A live stream: it has no length, so nobody's share of it, no end and no grade. */
  readonly live?: boolean;
}

export type RosterState = 'read' | 'not-offered' | 'not-allowed' | 'unreachable' | 'unreadable';

export interface Roster {
  readonly state: RosterState;
  readonly complete: boolean;
  /** The library's name for what went wrong, for whoever helps. */
  readonly fault?: string;
}

/** What one person has seen of one video; times in seconds. */
export interface Seen {
  readonly share: number;
  readonly parts: readonly (readonly [number, number])[];
  readonly completed: boolean;
  readonly timeSpent: number;
  readonly last: string;
  readonly resumeAt?: number;
}

/** A grade of the link that opened the video, in per cent: what the gradebook shows, and what was sent to it. */
export interface Grade {
  readonly shown?: number;
  readonly sent?: number;
  readonly state?: 'waiting' | 'delivered' | 'declined';
}

export interface Person {
  readonly key: string;
  readonly place: 'learner' | 'staff' | 'left' | 'unknown';
  readonly name?: string;
  readonly you?: boolean;
  readonly seen?: Seen;
  readonly grade?: Grade;
}

/** `GET /api/v1/viewing?media=…` */
export interface Viewing {
  readonly media: Video;
  readonly roster: Roster;
  readonly grades: { readonly state: 'ungraded' | 'read' | 'unavailable'; readonly fault?: string };
  readonly summary: { readonly people: number; readonly watched: number; readonly completed: number };
  readonly whole: boolean;
  readonly people: readonly Person[];
}

/** `GET /api/v1/viewing/review` */
export interface Review {
  readonly own: boolean;
  readonly name?: string;
  readonly roster: Roster;
  readonly items: readonly { readonly media: Video; readonly seen?: Seen; readonly grade?: Grade }[];
}

/** `GET /api/v1/viewing/launch` */
export interface LaunchFacts {
  readonly number: string;
  readonly at: string;
  readonly message: string;
  readonly registration: Readonly<Record<string, string>>;
  readonly roles: {
    readonly received: readonly string[];
    readonly opensAs: 'learner' | 'instructor' | 'administrator';
    readonly ground: 'mapped' | 'standard' | 'nothing';
    readonly decidedBy?: string;
    readonly mappedToInstructor: readonly string[];
    readonly mappedToLearner: readonly string[];
  };
  readonly course?: Readonly<Record<string, string>>;
  readonly link?: Readonly<Record<string, string>>;
  readonly services: {
    readonly grades?: { readonly scopes: readonly string[]; readonly lineItem: boolean; readonly lineItems: boolean };
    readonly roster?: { readonly versions: readonly string[] };
  };
  readonly custom: Readonly<Record<string, string>>;
  readonly unresolved: Readonly<Record<string, string>>;
  readonly claims: readonly string[];
}
