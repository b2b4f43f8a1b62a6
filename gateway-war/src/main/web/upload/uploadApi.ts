import type { KnownUpload, UploadSession } from './uploadSession';

/** A refusal by the server: its name, as `application/problem+json` tells it. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

/** What is told about a file that is about to be sent. */
export interface Told {
  readonly title: string;
  readonly mark: string;
  readonly duration?: number | undefined;
  readonly language?: string | undefined;
}

/** Asks the server about uploads and other additions; the bytes themselves are `Sending`'s. */
export class UploadApi {
  readonly #session: UploadSession;

  constructor(session: UploadSession) { this.#session = session; }

  get headers(): Record<string, string> { return { Authorization: `Bearer ${this.#session.token}` }; }

  address(id: string): string { return `${this.#session.api}/uploads/${id}`; }

  /** A new upload: its id. */
  async begin(length: number, told: Told): Promise<string> {
    const answer = await this.#ask('POST', '/uploads', { 'Tus-Resumable': '1.0.0', 'Upload-Length': String(length), 'Upload-Metadata': metadata(told) });
    const id = new URL(answer.headers.get('Location') ?? '', location.href).pathname.split('/').pop();
    if (!id) throw new Error('the server named no upload');
    return id;
  }

  async picture(id: string, picture: Blob): Promise<void> { await this.#ask('PUT', `/uploads/${id}/poster`, { 'Content-Type': picture.type }, picture); }

  async unfinished(): Promise<readonly KnownUpload[]> {
    const answer = await this.#ask('GET', '/uploads', {});
    return ((await answer.json()) as { uploads: KnownUpload[] }).uploads;
  }

  async one(id: string): Promise<KnownUpload> { return (await (await this.#ask('GET', `/uploads/${id}`, {})).json()) as KnownUpload; }

  async discard(id: string): Promise<void> { await this.#ask('DELETE', `/uploads/${id}`, { 'Tus-Resumable': '1.0.0' }); }

  /** A video that stays where it is: its id in the library. */
  async elsewhere(fields: Record<string, string>): Promise<string> {
    const answer = await this.#ask('POST', '/elsewhere', {}, new URLSearchParams(fields));
    return ((await answer.json()) as { media: string }).media;
  }

  /** Tells that somebody opens an application to record with. Recording does not wait for it. */
  launched(application: 'recorder' | 'capture'): void {
    fetch(`${this.#session.api}/capture/${application}`, { method: 'POST', headers: this.headers, keepalive: true })
      .catch((cause: unknown) => console.debug('a launch could not be told', cause));
  }

  async #ask(method: string, path: string, headers: Record<string, string>, body?: BodyInit): Promise<Response> {
    const answer = await fetch(this.#session.api + path, { method, headers: { ...this.headers, ...headers }, ...(body ? { body } : {}) });
    if (!answer.ok) throw new Refused(answer.status, codeOf(await answer.text()));
    return answer;
  }
}

/** The name of a refusal, from its body. */
export function codeOf(body: string): string {
  try {
    return (JSON.parse(body) as { title?: string }).title ?? '';
  } catch {
    return '';
  }
}

/** `Upload-Metadata` of tus: keys with Base64 of UTF-8. */
export function metadata(told: Told): string {
  const values = { title: told.title, mark: told.mark, duration: told.duration?.toFixed(3), language: told.language };
  return Object.entries(values).filter(([, value]) => value).map(([key, value]) => `${key} ${base64(value ?? '')}`).join(',');
}

function base64(text: string): string { return btoa(String.fromCharCode(...new TextEncoder().encode(text))); }
