import { searchField, VideoList, type Question, type Sheet } from '../gallery/videoList';
import { Language, type MessageKey } from '../language/language';
import { callAt, query } from '../session/calling';
import { rememberPage } from '../session/reopening';
import { readSession, type Media } from '../session/session';
import { element } from '../ui/element';
import { post, sign, type Failure } from './answer';
import { Card } from './cards';
import { Choice, type ChosenItem } from './choice';
import type { PickerSession, Standing } from './pickerSession';
import { Preview } from './preview';

/** So many cards can be overlooked without a search. */
const FEW = 6;
/** A course takes an answer within seconds; after this long something went wrong there. */
const LONG = 15_000;
/** From here on the preview has room beside the cards. */
const ROOM_BESIDE = '(min-width: 760px)';

const WHY: Record<Exclude<Standing, 'open'>, MessageKey> = {
  learner: 'picker.notTeaching', 'no-links': 'picker.linksNotTaken', answered: 'picker.answered', over: 'picker.over',
};

const session = readSession<PickerSession>();
const language = new Language(session.locale);
const main = document.getElementById('picker')!;
const trouble = element('div', { class: 'message', role: 'alert' });
document.documentElement.lang = language.words;
rememberPage(session.renew, { token: session.token }, Date.now());
// Restored by "back" after the answer: the server knows what has become of it.
window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
show();

function show(): void {
  const { multiple } = session.accept ?? { multiple: true };
  const heading = language.say(multiple ? 'picker.heading' : 'picker.headingOne');
  document.title = heading;
  document.getElementById('heading')!.textContent = heading;
  if (session.standing !== 'open') return dismiss(WHY[session.standing], session.accept !== undefined && session.standing !== 'over');
  if (session.items.length === 0) return dismiss('picker.empty', true);
  choosing();
}

/** Says why there is nothing to choose; the way back goes through the course, which waits for an answer. */
function dismiss(why: MessageKey, answerable: boolean): void {
  main.append(element('p', { class: 'why' }, language.say(why)), trouble);
  if (!answerable) return;
  const back = element('button', { type: 'button', class: 'button primary' }, language.say('picker.back'));
  back.addEventListener('click', () => void send([], back));
  main.append(element('p', {}, back));
}

function choosing(): void {
  const accept = session.accept ?? { multiple: false, grade: false, window: false };
  const choice = new Choice(accept.multiple);
  const preview = new Preview(choice, language, accept.window);
  const side = element('aside', { class: 'side', 'aria-label': language.say('picker.preview') });
  const sheet = sheetFor(preview);
  const beside = matchMedia(ROOM_BESIDE);
  const place = () => {
    sheet.close();
    (beside.matches ? side : sheet).prepend(preview.node);
  };
  const ticked = (card: Card) => {
    cards.forEach((other) => other.refresh());
    if (choice.has(card.media.id) && beside.matches) preview.show(card.media);
    else preview.refresh();
    tally();
  };
  const look = (card: Card) => {
    preview.show(card.media);
    if (!beside.matches) sheet.showModal();
    preview.focus();
  };
  // A card stays the same however often its video is found again, so that nothing typed or chosen is lost.
  const cards = new Map<string, Card>();
  const known = (media: Media) => {
    const card = cards.get(media.id) ?? new Card(media, cards.size, accept, choice, language, { ticked, look });
    cards.set(media.id, card);
    return card;
  };
  const chosen = () => [...cards.values()].map(({ media }) => media).filter(({ id }) => choice.has(id));
  const list = new VideoList<Media>(language, {
    ask: (question, after, signal) => ask(question, after, signal, chosen()),
    card: (media) => known(media).node,
    empty: () => [element('p', {}, language.say('gallery.none'))],
  });
  list.begin(session);
  const { actions, tally } = footer(choice, chosen);
  beside.addEventListener('change', place);
  place();
  main.append(
    element('div', { class: 'choosing' },
      ...(session.next !== undefined || session.items.length > FEW ? [searchField(language, (typed) => list.look({ typed }, true))] : []),
      element('fieldset', {}, element('legend', { class: 'unseen' }, language.say('picker.library')), list.node)),
    side, sheet, actions);
  tally();
}

/** The preview where there is no room beside the cards. */
function sheetFor(preview: Preview): HTMLDialogElement {
  const close = element('button', { type: 'button', class: 'button' }, language.say('picker.close'));
  const sheet = element('dialog', { class: 'sheet', 'aria-labelledby': 'preview-title' }, element('p', { class: 'closing' }, close));
  close.addEventListener('click', () => sheet.close());
  sheet.addEventListener('close', () => preview.pause());
  return sheet;
}

function footer(choice: Choice, chosen: () => readonly Media[]): { actions: HTMLElement; tally: () => void } {
  const cancel = element('button', { type: 'button', class: 'button' }, language.say('picker.cancel'));
  const add = element('button', { type: 'button', class: 'button primary' });
  const status = element('p', { class: 'soft', role: 'status' });
  const tally = () => {
    add.disabled = choice.count === 0;
    add.textContent = choice.count === 0 ? language.say('picker.addNone') : language.count('picker.add', choice.count);
    status.textContent = choice.count === 0 ? language.say('picker.chosenNone') : language.count('picker.chosen', choice.count);
  };
  cancel.addEventListener('click', () => void send([], cancel));
  add.addEventListener('click', () => void send(choice.items(chosen()), add));
  return { actions: element('div', { class: 'actions' }, trouble, cancel, status, add), tally };
}

/** A page of what fits; what is chosen stays in sight. */
async function ask({ typed }: Question, after: string | undefined, signal: AbortSignal, chosen: readonly Media[]): Promise<Sheet<Media>> {
  const sheet = await callAt<Sheet<Media>>(session, 'GET', `${session.videos ?? ''}${query({ q: typed.trim(), after })}`, undefined, signal);
  const others = sheet.items.filter(({ id }) => !chosen.some((one) => one.id === id));
  return { ...sheet, items: after === undefined ? [...chosen, ...others] : others };
}

/** Answers the course and leaves; on failure this page stays as it was and says why. */
async function send(items: readonly ChosenItem[], pressed: HTMLButtonElement): Promise<void> {
  const buttons = Array.from(main.querySelectorAll<HTMLButtonElement>('.actions button, button.primary'));
  const were = buttons.map(({ disabled }) => disabled);
  buttons.forEach((button) => { button.disabled = true; });
  trouble.replaceChildren();
  const answer = await sign(session, items, items.length === 0 ? language.say('picker.cancelled') : language.count('picker.added', items.length));
  if (!('why' in answer)) {
    document.addEventListener('securitypolicyviolation', () => tell('picker.stuck'));
    setTimeout(() => tell('picker.stuck'), LONG);
    main.replaceChildren(element('h1', {}, language.say('picker.sending')), trouble);
    return post(answer);
  }
  buttons.forEach((button, at) => { button.disabled = were[at] ?? false; });
  say(answer);
  pressed.focus();
}

function say(failure: Failure): void {
  if (failure.why === 'refused') tell('picker.refused', { reason: failure.reason });
  else tell(({ over: 'picker.over', answered: 'picker.answered', failed: 'picker.failed' } as const)[failure.why]);
}

function tell(key: MessageKey, values: Record<string, string> = {}): void {
  trouble.replaceChildren(element('p', {}, language.say(key, values)));
}
