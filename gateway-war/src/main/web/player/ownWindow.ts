import { element } from '../ui/element';
import { openPage, type Ticket } from '../session/reopening';
import type { Language } from '../language/language';
import type { PlayerBridge } from './playerBridge';

/**
 * A frame without the permission for full screen: offers a window of its own, where the browser gives it. The video goes on there from where it
 * stopped here.
 */
export function offerOwnWindow(into: HTMLElement, openAddress: string, ticket: Ticket, player: PlayerBridge, language: Language): void {
  if (window.parent === window || canFillTheScreen()) return;
  const button = element('button', { type: 'button', class: 'button' }, language.say('player.ownWindow'));
  const told = element('p', { class: 'soft', role: 'status' });
  button.addEventListener('click', () => {
    player.pause();
    openPage(openAddress, ticket, '_blank');
    told.textContent = language.say('player.inOwnWindow');
  });
  into.append(button, told);
}

/** iPhones fill the screen with the video alone, whatever the document may do. */
function canFillTheScreen(): boolean {
  const video = document.createElement('video') as HTMLVideoElement & { webkitSupportsFullscreen?: boolean };
  return document.fullscreenEnabled || video.webkitSupportsFullscreen === true;
}
