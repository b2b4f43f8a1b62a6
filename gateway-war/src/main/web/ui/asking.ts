import { element } from './element';

/**
 * Asks before something is done that cannot be taken back easily; true for yes. The focus goes back where it was. Not `confirm()`, which
 * some browsers do not show in a frame of another site.
 */
export function sure(question: string, no: string, yes: string): Promise<boolean> {
  const [stay, go] = [element('button', { type: 'button', class: 'button' }, no), element('button', { type: 'button', class: 'button primary' }, yes)];
  const dialog = element('dialog', { class: 'sheet', 'aria-labelledby': 'sure' },
    element('p', { id: 'sure', dir: 'auto' }, question), element('p', { class: 'ways' }, stay, go));
  stay.addEventListener('click', () => dialog.close());
  go.addEventListener('click', () => dialog.close('yes'));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answered) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      answered(dialog.returnValue === 'yes');
    });
  });
}
