import type { Language } from '../language/language';
import type { PlayerSession } from '../session/session';
import { mountComments } from './comments';
import { mountLiking } from './liking';

/** What people say of the video, where the page leaves room for it and the institution wants it. */
export function mountConversation(session: PlayerSession, language: Language): void {
  const liking = document.querySelector<HTMLElement>('[data-part="liking"]');
  const comments = document.querySelector<HTMLElement>('[data-part="conversation"]');
  if (liking && session.conversation?.likes) void mountLiking(liking, session, language);
  if (comments && session.conversation?.comments) void mountComments(comments, session, language);
}
