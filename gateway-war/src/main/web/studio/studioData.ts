import type { Language, MessageKey } from '../language/language';
import { Refused } from '../session/calling';
import type { Channel, Session } from '../session/session';

/** What the studio is told by the server that opened it. */
export interface StudioSession extends Session {
  readonly page: 'studio';
  /** Where videos are watched and the gallery is. */
  readonly player: string;
  /** The video whose details are shown; without it, everything one has. */
  readonly media?: string;
}

export type State = 'private' | 'unlisted' | 'published';
export const STATES: readonly State[] = ['private', 'unlisted', 'published'];

/** A video in a list of one's own. */
export interface OwnItem {
  readonly id: string;
  readonly title: string;
  readonly duration?: number;
  readonly live?: boolean;
  readonly poster?: string;
  readonly state?: State;
}

export interface CoEditor {
  readonly key: string;
  readonly you: boolean;
  readonly added: string;
}

/** `GET /api/v1/videos/{id}` */
export interface OwnVideo extends OwnItem {
  readonly description: string;
  readonly tags: readonly string[];
  readonly language?: string;
  readonly state: State;
  readonly mine: boolean;
  readonly created: string;
  readonly changed: string;
  /** Of a deleted one: how long it can be had back. */
  readonly until?: string;
  readonly channels: readonly Channel[];
  readonly editors: readonly CoEditor[];
}

/** What somebody typed as tags: separated by commas of any script, none twice. */
export function tagsOf(typed: string): readonly string[] {
  return [...new Set(typed.split(/[,;،、，\n]/).map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}

const WRONG: Readonly<Record<string, MessageKey>> = {
  'video.title_missing': 'studio.wrong.title_missing',
  'video.title_too_long': 'studio.wrong.title_too_long',
  'video.description_too_long': 'studio.wrong.description_too_long',
  'video.too_many_tags': 'studio.wrong.too_many_tags',
  'video.tag_too_long': 'studio.wrong.tag_too_long',
  'video.language_unknown': 'studio.wrong.language_unknown',
  'studio.code_unknown': 'studio.wrong.code_unknown',
  'studio.edits_already': 'studio.wrong.edits_already',
  'studio.too_many_editors': 'studio.wrong.too_many',
  'studio.too_many_invitations': 'studio.wrong.too_many',
  'channel.too_many': 'studio.wrong.too_many',
};

/** Why something was not done, in words. */
export function why(cause: unknown): MessageKey {
  if (!(cause instanceof Refused)) return 'studio.failed';
  if (cause.status === 401) return 'studio.over';
  return WRONG[cause.code] ?? (cause.status === 403 || cause.status === 404 ? 'studio.gone' : 'studio.failed');
}

/** The field that a refusal is about, by its id. */
export function fieldOf(cause: unknown): string | undefined {
  const code = cause instanceof Refused ? cause.code : '';
  return /^video\.(title|description|tag|too_many_tags|language)/.exec(code)?.[1]?.replace(/^(tag|too_many_tags)$/, 'tags');
}

export function day(language: Language, at: string): string {
  return new Intl.DateTimeFormat(language.tag, { dateStyle: 'long' }).format(new Date(at));
}
