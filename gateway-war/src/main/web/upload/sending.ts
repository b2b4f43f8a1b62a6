import { DetailedError, Upload } from 'tus-js-client';
import { codeOf } from './uploadApi';

/** What happens to a file on its way. */
export interface SendingEvents {
  progress(bytes: number): void;
  /** The connection is lost; it goes on by itself. */
  waiting(): void;
  /** The bytes flow again. */
  flowing(): void;
  done(media: string | undefined): void;
  failed(status: number, code: string): void;
}

/** Small enough for proxies that hold requests back or limit them, large enough for fast lines. */
const CHUNK = 8 * 1024 * 1024;
const SOON = [0, 1_000, 3_000];
const LATER_MS = 10_000;
/** The server is busy or away, or somebody is still sending the same file: that passes. */
const PASSING = [0, 408, 409, 423, 429];

/** Sends a file's bytes to its upload (tus 1.0) and goes on by itself, however often the connection is lost. */
export class Sending {
  readonly #upload: Upload;
  readonly #events: SendingEvents;
  #again: ReturnType<typeof setTimeout> | undefined;
  #waiting = false;
  #stopped = false;
  readonly #online = (): void => this.#resume();

  constructor(address: string, headers: Record<string, string>, file: Blob, events: SendingEvents) {
    this.#events = events;
    this.#upload = new Upload(file as File, {
      uploadUrl: new URL(address, location.href).href,
      headers,
      chunkSize: CHUNK,
      retryDelays: SOON,
      storeFingerprintForResuming: false,
      onShouldRetry: (error) => passing(statusOf(error)),
      onProgress: (bytes) => this.#progress(bytes),
      onSuccess: ({ lastResponse }) => this.#done(lastResponse.getHeader('Lectern-Media')),
      onError: (error) => this.#failed(error),
    });
    window.addEventListener('online', this.#online);
  }

  start(): void {
    this.#stopped = false;
    this.#upload.start();
  }

  /** Stops until `start`. */
  async pause(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#again);
    this.#again = undefined;
    await this.#upload.abort();
  }

  async end(): Promise<void> {
    window.removeEventListener('online', this.#online);
    await this.pause();
  }

  #progress(bytes: number): void {
    if (this.#waiting) {
      this.#waiting = false;
      this.#events.flowing();
    }
    this.#events.progress(bytes);
  }

  #done(media: string | undefined): void {
    window.removeEventListener('online', this.#online);
    this.#events.done(media);
  }

  #failed(error: Error | DetailedError): void {
    if (this.#stopped) return;
    const status = statusOf(error);
    if (!passing(status)) {
      window.removeEventListener('online', this.#online);
      this.#events.failed(status, codeOf('originalResponse' in error ? (error.originalResponse?.getBody() ?? '') : ''));
      return;
    }
    this.#waiting = true;
    this.#events.waiting();
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.#resume(), LATER_MS);
  }

  #resume(): void {
    if (this.#again === undefined || this.#stopped) return;
    clearTimeout(this.#again);
    this.#again = undefined;
    this.#upload.start();
  }
}

function statusOf(error: Error | DetailedError): number {
  return 'originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0;
}

function passing(status: number): boolean { return PASSING.includes(status) || status >= 500 && status !== 507; }
