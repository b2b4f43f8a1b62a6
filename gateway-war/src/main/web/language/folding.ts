/** A text as people search for it: without accents, capitals and ligatures. `Größe`, `GROSSE` and `grosse` are one. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
}

/** Whether all words of a search are in a text. */
export function hasWords(text: string, search: string): boolean {
  const among = folded(text);
  return folded(search).split(/\s+/).every((word) => among.includes(word));
}
