/** What a browser sees in a video file. */
export interface Seen {
  readonly duration?: number;
  readonly picture?: { readonly blob: Blob; readonly canvas: HTMLCanvasElement };
}

const PATIENCE_MS = 10_000;
const WIDEST = 1_280;
const MOST_BYTES = 512 * 1024;
const FRAME_AT_MOST = 5;
const QUALITIES = [0.85, 0.6, 0.3];

/** Looks into a file: its length and a picture from its beginning. Whatever cannot be had is left out. */
export async function look(file: Blob): Promise<Seen> {
  const video = document.createElement('video');
  const address = URL.createObjectURL(file);
  video.muted = true;
  video.preload = 'auto';
  video.playsInline = true;
  try {
    video.src = address;
    await happens(video, 'loadeddata');
    const duration = await lengthOf(video);
    video.currentTime = Math.min(FRAME_AT_MOST, (duration ?? 0) / 10);
    await happens(video, 'seeked');
    const picture = await pictureOf(video);
    return { ...(duration === undefined ? {} : { duration }), ...(picture ? { picture } : {}) };
  } catch (cause) {
    console.debug('this browser cannot look into the file', cause);
    return Number.isFinite(video.duration) && video.duration > 0 ? { duration: video.duration } : {};
  } finally {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(address);
  }
}

/** Recordings do not say how long they are until somebody looks for their end. */
async function lengthOf(video: HTMLVideoElement): Promise<number | undefined> {
  if (video.duration === Infinity) {
    video.currentTime = Number.MAX_SAFE_INTEGER;
    await happens(video, 'seeked');
  }
  const length = Number.isFinite(video.duration) ? video.duration : video.currentTime;
  return length > 0 ? length : undefined;
}

async function pictureOf(video: HTMLVideoElement): Promise<Seen['picture']> {
  if (video.videoWidth === 0) return undefined;
  const canvas = document.createElement('canvas');
  const scale = Math.min(1, WIDEST / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (blob && blob.size <= MOST_BYTES) return { blob, canvas };
  }
  return undefined;
}

function happens(video: HTMLVideoElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no ${event}`)), PATIENCE_MS);
    const settle = (end: () => void) => (): void => { clearTimeout(late); end(); };
    video.addEventListener(event, settle(resolve), { once: true });
    video.addEventListener('error', settle(() => reject(video.error ?? new Error('error'))), { once: true });
  });
}
