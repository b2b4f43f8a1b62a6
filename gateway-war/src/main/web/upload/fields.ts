import { element } from '../ui/element';

/** A text field with its label above, a hint under it and its error beside it. */
export interface Field {
  readonly node: HTMLElement;
  readonly input: HTMLInputElement;
  value(): string;
  /** Shows what is wrong; an empty text takes it back. */
  wrong(text: string): void;
}

let count = 0;

export function field(label: string, attributes: Record<string, string>, hint?: string): Field {
  const id = `field-${++count}`;
  const error = element('span', { id: `${id}-error`, class: 'error' });
  const described = [`${id}-error`, ...(hint ? [`${id}-hint`] : [])].join(' ');
  const input = element('input', { id, type: 'text', dir: 'auto', autocomplete: 'off', 'aria-describedby': described, ...attributes });
  const node = element('p', { class: 'field' }, element('label', { for: id }, label), input,
    ...(hint ? [element('span', { id: `${id}-hint`, class: 'soft' }, hint)] : []), error);
  const wrong = (text: string): void => {
    error.textContent = text;
    if (text) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
  input.addEventListener('input', () => wrong(''));
  return { node, input, value: () => input.value.trim(), wrong };
}

/** A box to tick with its label beside it and a hint under both. */
export function checkBox(label: string, hint: string): { readonly node: HTMLElement; readonly input: HTMLInputElement } {
  const id = `field-${++count}`;
  const input = element('input', { id, type: 'checkbox', 'aria-describedby': `${id}-hint` });
  const node = element('div', { class: 'field' }, element('label', { class: 'choice' }, input, label),
    element('span', { id: `${id}-hint`, class: 'soft' }, hint));
  return { node, input };
}
