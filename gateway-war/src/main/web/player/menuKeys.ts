/** Home and End within an open menu go to its ends, and nowhere in the video. Whether this key was one of them. */
export function walksMenu(event: Pick<KeyboardEvent, 'key' | 'target' | 'preventDefault'>): boolean {
  const items = (event.target as Element | null)?.closest?.('[role="menu"]')?.querySelectorAll<HTMLElement>('[role^="menuitem"]');
  if (!items || (event.key !== 'Home' && event.key !== 'End')) return false;
  event.preventDefault();
  items[event.key === 'Home' ? 0 : items.length - 1]?.focus();
  return true;
}
