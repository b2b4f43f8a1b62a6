import type { Language } from '../language/language';
import { element } from '../ui/element';
import { fillBar, watchedBar } from '../ui/watchedMeter';
import type { Grade, Seen, Video } from './viewingData';
import type { Words } from './words';

/** Which parts of a video one person saw, as a bar; the words stand beside it. */
export function seenBar(seen: Seen | undefined, video: Video): SVGSVGElement {
  const bar = watchedBar();
  const length = video.length ?? 0;
  if (seen && length > 0) fillBar(bar, seen.parts.map(([from, to]) => [Math.min(from, length) / length, Math.min(to, length) / length]));
  return bar;
}

/** Everything known of one person and one video, as a list of terms. Places in a live stream mean nothing to anybody later. */
export function personFacts(seen: Seen, { live }: Video, grade: Grade | undefined, words: Words, language: Language): HTMLElement {
  return element('dl', { class: 'facts' },
    ...(live ? [] : [fact(language.say('viewing.watched'), language.percent(seen.share))]),
    ...(seen.completed ? [fact(language.say('viewing.state'), language.say('viewing.completed'))] : []),
    fact(language.say('viewing.timeSpent'), words.spent(seen)),
    fact(language.say('viewing.last'), words.exact(seen.last)),
    ...(live || seen.resumeAt === undefined ? [] : [fact(language.say('viewing.resumeAt'), language.clock(seen.resumeAt))]),
    ...(grade ? [fact(language.say('viewing.grade'), gradeText(grade, words, language))] : []),
    ...(live || seen.parts.length === 0 ? [] : [fact(language.say('viewing.parts'), words.parts(seen))]));
}

export function gradeText(grade: Grade, words: Words, language: Language): string {
  if (grade.state === 'declined') return language.say('viewing.gradeDeclined');
  const percent = grade.shown ?? grade.sent;
  if (percent === undefined) return '';
  const text = words.percent(percent);
  return grade.state === 'waiting' ? language.say('viewing.gradeWaiting', { grade: text }) : text;
}

function fact(term: string, value: string): HTMLElement {
  return element('div', {}, element('dt', {}, term), element('dd', {}, value));
}
