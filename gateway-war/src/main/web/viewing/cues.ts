import vtt from 'videojs-vtt.js';
import type { Language } from '../language/language';
import type { Captions } from '../session/session';

/** A line of the transcript; seconds. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The transcript in the reader's language, else in the first there is; none without captions or when they cannot be read. */
export async function transcript(captions: readonly Captions[], language: Language): Promise<readonly Line[]> {
  const track = captions.find((one) => one.language === language.words) ?? captions[0];
  if (!track) return [];
  try {
    const response = await fetch(track.src, { credentials: 'omit' });
    if (!response.ok) throw new Error(`captions answered ${response.status}`);
    return lines(await response.text());
  } catch (cause) {
    console.debug('no transcript', cause);
    return [];
  }
}

/** What is said in a stretch of the video: the line in its middle, else the first that is heard in it. */
export function lineAt(lines: readonly Line[], from: number, to: number): string {
  const middle = (from + to) / 2;
  const line = lines.find((one) => one.from <= middle && middle < one.to) ?? lines.find((one) => one.from < to && from < one.to);
  return line?.text ?? '';
}

function lines(text: string): readonly Line[] {
  const found: Line[] = [];
  const parser = new vtt.WebVTT.Parser(window, vtt.WebVTT.StringDecoder());
  parser.oncue = (cue) => found.push({
    from: cue.startTime, to: cue.endTime, text: (cue.getCueAsHTML().textContent ?? '').replace(/\s+/g, ' ').trim(),
  });
  parser.parse(text);
  parser.flush();
  return found;
}
