import type { Session } from '../session/session';

export type Kind = 'captions' | 'chapters';

/** Captions or chapters of a video in one language, as the server tells of them. */
export interface Track {
  readonly kind: Kind;
  readonly language: string;
  /** The language's name in that language. */
  readonly label: string;
  readonly cues: number;
  /** Where the file is, for some hours. */
  readonly href: string;
}

/** What the server refused, by its name, and the line of the file that it was about. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly line: string | undefined;

  constructor(status: number, code: string, detail: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.line = /^Line (\d+):/.exec(detail)?.[1];
  }
}

/** The server's captions and chapters of one video. Every call throws `Refused`, or what `fetch` throws without a connection. */
export class TrackWire {
  readonly #session: Session;
  readonly #address: string;

  constructor(session: Session, media: string) {
    this.#session = session;
    this.#address = `${session.api}/media/${encodeURIComponent(media)}/tracks`;
  }

  async list(): Promise<readonly Track[]> {
    return ((await (await this.#ask('', 'GET')).json()) as { tracks: readonly Track[] }).tracks;
  }

  async put(kind: Kind, language: string, file: Blob): Promise<Track> {
    return (await (await this.#ask(`/${kind}/${encodeURIComponent(language)}`, 'PUT', file)).json()) as Track;
  }

  async remove({ kind, language }: Track): Promise<void> {
    await this.#ask(`/${kind}/${encodeURIComponent(language)}`, 'DELETE');
  }

  /** Its text, to have it back. */
  async read({ href }: Track): Promise<Blob> {
    const answer = await fetch(href, { credentials: 'omit' });
    if (!answer.ok) throw new Refused(answer.status, 'tracks.unreadable', '');
    return answer.blob();
  }

  async #ask(path: string, method: string, body?: Blob): Promise<Response> {
    const answer = await fetch(this.#address + path, {
      method, credentials: 'omit', headers: { Authorization: `Bearer ${this.#session.token}`, ...(body ? { 'Content-Type': 'text/plain' } : {}) }, ...(body ? { body } : {}),
    });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => ({}))) as { title?: string; detail?: string };
    throw new Refused(answer.status, problem.title ?? '', problem.detail ?? '');
  }
}
