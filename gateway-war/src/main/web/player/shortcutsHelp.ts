import type { Language, MessageKey } from '../language/language';
import { element } from '../ui/element';

const KEYS: readonly (readonly [keys: readonly string[], does: MessageKey])[] = [
  [['Space', 'K'], 'keys.play'],
  [['←', '→'], 'keys.skip5'],
  [['J', 'L'], 'keys.skip10'],
  [['0', '…', '9'], 'keys.tenths'],
  [['Home', 'End'], 'keys.ends'],
  [['↑', '↓'], 'keys.volume'],
  [['M'], 'keys.mute'],
  [['C'], 'keys.captions'],
  [['<', '>'], 'keys.speed'],
  [['F'], 'keys.fullScreen'],
  [['P'], 'keys.pictureInPicture'],
  [['?'], 'keys.help'],
];

/** The dialog that tells which keys do what, but for those that can do nothing here. */
export function shortcutsHelp(language: Language, idle: readonly MessageKey[]): HTMLDialogElement {
  const close = element('button', { type: 'button', class: 'button' }, language.say('keys.close'));
  const rows = KEYS.filter(([, does]) => !idle.includes(does)).map(([keys, does]) => element('tr', {},
    element('th', { scope: 'row' }, ...keys.flatMap((key, at) => [...(at > 0 ? [' '] : []), key === '…' ? key : element('kbd', {}, named(key, language))])),
    element('td', {}, language.say(does))));
  const dialog = element('dialog', { class: 'keys', 'aria-labelledby': 'keys-heading' },
    element('header', {}, element('h2', { id: 'keys-heading' }, language.say('keys.heading')), close),
    element('p', { class: 'soft' }, language.say('keys.where')),
    element('table', {}, element('tbody', {}, ...rows)));
  close.addEventListener('click', () => dialog.close());
  document.body.append(dialog);
  return dialog;
}

function named(key: string, language: Language): string {
  return key === 'Space' ? language.say('keys.space') : key;
}
