/**
 * Does what a button asked for. The button rests meanwhile, which takes the focus from it; it has it again afterwards, unless
 * something else was given it.
 */
export async function resting(button: HTMLButtonElement, deed: () => Promise<void>): Promise<void> {
  button.disabled = true;
  try {
    await deed();
  } finally {
    button.disabled = false;
    focusIfLost(button);
  }
}

/** Whoever uses the keyboard goes on here when what they were at has gone. */
export function focusIfLost(element: HTMLElement | null | undefined): void {
  if (document.activeElement === null || document.activeElement === document.body) element?.focus();
}
