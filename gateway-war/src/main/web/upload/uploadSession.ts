import type { Session } from '../session/session';

/** What the page "Add a video" is told. */
export interface UploadSession extends Session {
  readonly page: 'upload';
  /** Where this person's videos are shown: the way back. */
  readonly player: string;
  /** Where those who look after videos do it; a POST to `{studio}/open` opens one. */
  readonly studio?: string;
  readonly limits: { readonly bytes: number; readonly types: readonly string[] };
  /** The institution's own application to record with. */
  readonly capture?: { readonly url: string; readonly name: string };
}

/** An upload that the server knows of. */
export interface KnownUpload {
  readonly id: string;
  readonly title: string;
  readonly mark: string;
  readonly length: number;
  readonly received: number;
  readonly media?: string;
}
