import { element } from '../ui/element';

/** One of several ways; made when it is first looked at. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly panel: () => HTMLElement;
}

/** Tabs as the ARIA Authoring Practices have them: arrow keys move between them, Tab goes on into the panel. */
export function tabs(label: string, all: readonly Tab[]): HTMLElement {
  const buttons = all.map((tab) => element('button', { type: 'button', role: 'tab', id: `tab-${tab.id}`, 'aria-controls': `panel-${tab.id}` }, tab.label));
  const panels = all.map((tab) => element('div', { role: 'tabpanel', id: `panel-${tab.id}`, 'aria-labelledby': `tab-${tab.id}`, class: 'panel' }));
  const show = (chosen: number): void => {
    for (const [at, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(at === chosen));
      button.tabIndex = at === chosen ? 0 : -1;
    }
    for (const [at, panel] of panels.entries()) {
      panel.hidden = at !== chosen;
      const tab = all[at];
      if (at === chosen && tab && panel.childElementCount === 0) panel.append(tab.panel());
    }
  };
  const list = element('div', { role: 'tablist', 'aria-label': label, class: 'tabs' }, ...buttons);
  for (const [at, button] of buttons.entries()) button.addEventListener('click', () => show(at));
  list.addEventListener('keydown', (event) => {
    const at = buttons.findIndex((button) => button === document.activeElement);
    const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const steps: Record<string, number> = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: buttons.length - 1 };
    const to = steps[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = (to + buttons.length) % buttons.length;
    show(next);
    buttons[next]?.focus();
  });
  show(0);
  return element('div', { class: 'tabbed' }, list, ...panels);
}
