/** Languages with a two-letter sign that people speak in videos, and those that are written in more than one way. */
const TAGS = ('af am ar az be bg bn bs ca cs cy da de de-AT de-CH el en en-GB en-US eo es es-MX et eu fa fi fil fr fr-CA ga gl gu ha he hi hr hu hy id ig '
  + 'is it ja ka kk km kn ko ku ky la lb lo lt lv mk ml mn mr ms mt my nb ne nl nn om or pa pl ps pt pt-BR rm ro ru rw sa sd si sk sl so sq sr sv sw ta te '
  + 'tg th ti tk tr uk ur uz vi wo xh yi yo zh-Hans zh-Hant zu').split(' ');

/** All languages to choose from, by their names in the reader's own, in its order. */
export function languagesFor(reader: string): readonly { readonly tag: string; readonly name: string }[] {
  const names = new Intl.DisplayNames([reader, 'en'], { type: 'language' });
  const order = new Intl.Collator(reader);
  return TAGS.map((tag) => ({ tag, name: names.of(tag) ?? tag })).sort((a, b) => order.compare(a.name, b.name));
}
