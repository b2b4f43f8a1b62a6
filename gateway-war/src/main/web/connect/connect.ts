import { addressees, close } from './closing';
import { unnamed } from './framing';

/** The administrator's pages work without this script; it adds copying, a button that says it is busy, closing, and where
 * the platform shows this page: hosted ones do so under a school's own name, which nothing else tells. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const field = document.getElementById(button.dataset['copy'] ?? '');
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
  button.hidden = false;
  button.addEventListener('click', () => { void copy(field, button); });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-busy]')) {
  button.form?.addEventListener('submit', () => {
    // After the form was read: a disabled button is not part of it.
    setTimeout(() => {
      button.disabled = true;
      button.textContent = button.dataset['busy'] ?? '';
    });
  });
}

const origins = document.querySelector<HTMLTextAreaElement>('textarea[data-framing]');
if (origins?.value === '') {
  const around = unnamed(origins.dataset['framing'] ?? '', [...(location.ancestorOrigins ?? [])], document.referrer, location.origin);
  origins.value = around.join('\n');
}

const button = document.getElementById('close');
const platform = (window.opener ?? (window.parent === window ? null : window.parent)) as Window | null;
if (button && platform) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const to = addressees(button.dataset['origins'] ?? '', [...(location.ancestorOrigins ?? [])], document.referrer);
    for (const origin of to) platform.postMessage(close, origin);
    const closed = document.getElementById('closed');
    if (closed) closed.textContent = button.dataset['closed'] ?? '';
    if (window.opener) window.close();
  });
}

async function copy(field: HTMLInputElement | HTMLTextAreaElement, copier: HTMLButtonElement): Promise<void> {
  const words = copier.textContent;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // In a frame the clipboard may be closed; the text is selected, and the old way still works in some browsers.
    if (!document.execCommand('copy')) return;
  }
  copier.textContent = copier.dataset['copied'] ?? '';
  setTimeout(() => { copier.textContent = words; }, 2_000);
}
