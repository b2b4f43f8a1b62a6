import type { Language } from '../language/language';
import { call, Refused } from '../session/calling';
import type { Session } from '../session/session';
import { element } from '../ui/element';
import type { LaunchFacts } from './viewingData';

/** A button that shows what the launch held, fetched when first asked for. */
export function aboutLaunch(session: Session, language: Language): HTMLElement {
  const body = element('div', { class: 'body' });
  const close = element('button', { type: 'button', class: 'button' }, language.say('about.close'));
  const dialog = element('dialog', { class: 'launch-facts', 'aria-labelledby': 'launch-facts-heading' },
    element('header', {}, element('h2', { id: 'launch-facts-heading' }, language.say('about.heading')), close), body);
  const open = element('button', { type: 'button', class: 'button quiet', 'aria-haspopup': 'dialog' }, language.say('about.open'));
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  open.addEventListener('click', () => {
    dialog.showModal();
    if (body.childElementCount === 0) void fill(body, session, language);
  });
  return element('div', {}, open, dialog);
}

async function fill(body: HTMLElement, session: Session, language: Language): Promise<void> {
  try {
    const facts = await call<LaunchFacts>(session, 'GET', '/viewing/launch');
    body.replaceChildren(element('p', { class: 'soft' }, language.say('about.purpose')), list(facts, language));
  } catch (cause) {
    console.debug('no facts of the launch', cause);
    const key = cause instanceof Refused && cause.status === 404 ? 'about.missing' : 'viewing.failed';
    body.append(element('p', { role: 'status' }, language.say(key)));
  }
}

function list(facts: LaunchFacts, language: Language): HTMLElement {
  const { roles } = facts;
  const exact = new Intl.DateTimeFormat(language.tag, { dateStyle: 'medium', timeStyle: 'medium' });
  const role = element('code', {}, roles.decidedBy ?? '');
  return element('dl', {},
    row(language.say('about.number'), element('code', {}, facts.number)),
    row(language.say('about.at'), exact.format(new Date(facts.at))),
    row(language.say('about.opensAs'), language.say(`about.role.${roles.opensAs}`)),
    row(language.say('about.because'), ...around(language.say(`about.ground.${roles.ground}`), role)),
    row(language.say('about.roles'), codes(roles.received, language.say('about.rolesNone'))),
    ...mapped(language.say('about.mappedToInstructor'), roles.mappedToInstructor),
    ...mapped(language.say('about.mappedToLearner'), roles.mappedToLearner),
    row(language.say('about.message'), element('code', {}, facts.message)),
    row(language.say('about.registration'), pairs(facts.registration, '')),
    ...(facts.course ? [row(language.say('about.course'), pairs(facts.course, ''))] : []),
    ...(facts.link ? [row(language.say('about.link'), pairs(facts.link, ''))] : []),
    row(language.say('about.services'), services(facts, language)),
    row(language.say('about.custom'), pairs(facts.custom, language.say('about.servicesNone'))),
    row(language.say('about.unresolved'), pairs(facts.unresolved, language.say('about.unresolvedNone'))),
    row(language.say('about.claims'), codes(facts.claims, '')));
}

function services({ services: { grades, roster } }: LaunchFacts, language: Language): Node | string {
  const items: Node[] = [];
  if (grades) {
    const item = language.say(grades.lineItem ? 'about.gradesItem' : 'about.gradesNoItem');
    items.push(element('li', {}, `${language.say('about.grades')}: ${item}`, codes(grades.scopes, '')));
  }
  if (roster) items.push(element('li', {}, language.say('about.members', { versions: roster.versions.join(', ') })));
  return items.length === 0 ? language.say('about.servicesNone') : element('ul', {}, ...items);
}

function mapped(label: string, roles: readonly string[]): readonly HTMLElement[] {
  return roles.length === 0 ? [] : [row(label, codes(roles, ''))];
}

/** A sentence with the role set as code in its place. */
function around(sentence: string, role: HTMLElement): readonly (Node | string)[] {
  const [before = '', after] = sentence.split('{role}');
  return after === undefined ? [before] : [before, role, after];
}

function row(label: string, ...value: readonly (Node | string)[]): HTMLElement {
  return element('div', {}, element('dt', {}, label), element('dd', { dir: 'auto' }, ...value));
}

function codes(values: readonly string[], none: string): Node | string {
  if (values.length === 0) return none;
  return element('ul', {}, ...values.map((value) => element('li', {}, element('code', {}, value === '' ? '""' : value))));
}

function pairs(values: Readonly<Record<string, string>>, none: string): Node | string {
  const all = Object.entries(values);
  if (all.length === 0) return none;
  return element('ul', {}, ...all.map(([name, value]) => element('li', {}, element('code', {}, `${name} = ${value}`))));
}
