import type { Language, MessageKey } from '../language/language';
import type { Media, PlayerSession } from '../session/session';
import { element } from '../ui/element';
import { markChapters } from './chapterMarks';
import { fetchCues } from './cues';
import { tellLength } from './knownLength';
import { walksMenu } from './menuKeys';
import type { PlayerBridge } from './playerBridge';
import { offerQuality } from './qualityMenu';
import { Shortcuts } from './shortcuts';
import { shortcutsHelp } from './shortcutsHelp';
import { bestOf, playerOver, SPEEDS, type Player } from './stage';
import { VideoJsBridge } from './videoJsBridge';

/** Our own player on the stage: with chapters, a choice of quality, and keys. The button that explains the keys is put into `about`. */
export async function openOwn(stage: HTMLElement, { media }: PlayerSession, language: Language, about: HTMLElement): Promise<PlayerBridge> {
  const video = element('video', { class: 'video-js', playsinline: '' });
  stage.replaceChildren(video);
  const press = (event: KeyboardEvent) => { if (!walksMenu(event)) shortcuts.press(event); };
  const player = playerOver(video, media, language, press);
  if (media.duration !== undefined && !media.live) tellLength(player, media.duration);
  const bridge = new VideoJsBridge(player);
  const help = shortcutsHelp(language, idleKeys(media));
  const best = bestOf(media.captions ?? [], language.tag, language.words)?.language;
  const languages = [...(best ? [best] : []), ...(media.captions ?? []).map((track) => track.language)];
  const shortcuts = new Shortcuts(bridge, SPEEDS, languages, {
    fullScreen: () => toggleFullScreen(player),
    pictureInPicture: () => togglePictureInPicture(player),
    help: () => help.showModal(),
  });
  offerQuality(player, { quality: language.say('player.quality'), automatic: language.say('player.qualityAutomatic') });
  about.append(element('p', {}, openerOf(help, language)));
  await new Promise<void>((resolve) => { player.ready(resolve); });
  void drawChapters(player, media.chapters, language);
  return bridge;
}

function idleKeys({ captions }: Media): readonly MessageKey[] {
  return [
    ...(captions?.length ? [] : ['keys.captions' as const]),
    ...(document.fullscreenEnabled ? [] : ['keys.fullScreen' as const]),
    ...(document.pictureInPictureEnabled ? [] : ['keys.pictureInPicture' as const]),
  ];
}

function openerOf(help: HTMLDialogElement, language: Language): HTMLElement {
  const button = element('button', { type: 'button', class: 'button' }, language.say('keys.open'));
  button.addEventListener('click', () => help.showModal());
  return button;
}

async function drawChapters(player: Player, chapters: Media['chapters'], language: Language): Promise<void> {
  const best = bestOf(chapters ?? [], language.tag, language.words);
  if (!best) return;
  try {
    const cues = await fetchCues(best.src);
    if (player.readyState() > 0) markChapters(player, cues);
    else player.one('loadedmetadata', () => markChapters(player, cues));
  } catch (cause) {
    console.debug('no chapters', cause);
  }
}

/** Frames without the permission have no such button, and the key does nothing there either. */
function toggleFullScreen(player: Player): void {
  if (player.isFullscreen()) void player.exitFullscreen();
  else if (document.fullscreenEnabled) void player.requestFullscreen();
}

function togglePictureInPicture(player: Player): void {
  if (player.isInPictureInPicture()) void player.exitPictureInPicture();
  else if (document.pictureInPictureEnabled) void player.requestPictureInPicture();
}
