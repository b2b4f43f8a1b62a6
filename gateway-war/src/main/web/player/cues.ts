import vtt from 'videojs-vtt.js';

/** Words at a place of the video, seconds; without markup. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/**
 * Fetches a WebVTT file and reads its cues.
 *
 * @throws when it cannot be fetched
 */
export async function fetchCues(address: string): Promise<readonly Cue[]> {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${response.status} for a text track`);
  return cuesOf(await response.text());
}

function cuesOf(text: string): readonly Cue[] {
  const cues: Cue[] = [];
  const parser = new vtt.WebVTT.Parser(window, vtt.WebVTT.StringDecoder());
  parser.oncue = (cue) => {
    cues.push({ from: cue.startTime, to: cue.endTime, words: (cue.getCueAsHTML().textContent ?? '').replace(/\s+/g, ' ').trim() });
  };
  parser.parse(text);
  parser.flush();
  return cues;
}
