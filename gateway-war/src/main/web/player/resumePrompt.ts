import { element } from '../ui/element';
import type { Language } from '../language/language';

/** Nearer to an end than this there is nothing to choose. */
const WORTH_ASKING_SECONDS = 3;

export function isWorthAsking(resumeAt: number | undefined, length: number): resumeAt is number {
  return resumeAt !== undefined && length !== Infinity && resumeAt >= WORTH_ASKING_SECONDS && !(resumeAt > length - WORTH_ASKING_SECONDS);
}

/** "Continue at 4:12" with "Start over" beside it, over the video until the first play. */
export function resumePrompt(stage: HTMLElement, resumeAt: number, language: Language, choose: (from: number) => void): { close(): void } {
  const go = element('button', { type: 'button', class: 'button primary' }, language.say('player.continueAt', { time: language.clock(resumeAt) }));
  const over = element('button', { type: 'button', class: 'button' }, language.say('player.startOver'));
  const prompt = element('div', { class: 'resume', role: 'group', 'aria-label': language.say('player.resume') }, go, over);
  go.addEventListener('click', () => choose(resumeAt));
  over.addEventListener('click', () => choose(0));
  stage.classList.add('asking');
  stage.prepend(prompt);
  return {
    close() {
      prompt.remove();
      stage.classList.remove('asking');
    },
  };
}
