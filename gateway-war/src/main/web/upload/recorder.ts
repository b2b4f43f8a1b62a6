/** What is recorded. */
export type What = 'camera' | 'screen' | 'both';

const TYPES = ['video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/webm;codecs=vp9,opus', 'video/webm;codecs=vp8,opus', 'video/webm'];
const FRAMES_PER_SECOND = 30;
const PICTURE_IN_PICTURE = 4;
const MARGIN = 16;
const SLICE_MS = 1_000;

/** Whether this browser records at all. Without https there is nothing to record with. */
export function canRecord(): boolean {
  return typeof MediaRecorder !== 'undefined' && typeof navigator.mediaDevices?.getUserMedia === 'function';
}

/** One recording, from the moment that the browser allowed it. */
export class Recording {
  /** What is seen while it is recorded. */
  readonly seen: MediaStream;
  readonly #recorder: MediaRecorder;
  readonly #streams: readonly MediaStream[];
  readonly #parts: Blob[] = [];
  readonly #audio: AudioContext | undefined;
  readonly #drawing: ReturnType<typeof setInterval> | undefined;

  private constructor(seen: MediaStream, streams: readonly MediaStream[], audio?: AudioContext, drawing?: ReturnType<typeof setInterval>) {
    this.seen = seen;
    this.#streams = streams;
    this.#audio = audio;
    this.#drawing = drawing;
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    this.#recorder = new MediaRecorder(seen, mimeType ? { mimeType } : {});
    this.#recorder.addEventListener('dataavailable', ({ data }) => { if (data.size > 0) this.#parts.push(data); });
  }

  /** Asks for camera, microphone and screen, and begins. Rejected with the browser's own reason. */
  static async begin(what: What): Promise<Recording> {
    const streams: MediaStream[] = [];
    try {
      // The screen first: browsers ask for it only while the click is fresh.
      if (what !== 'camera') streams.push(await navigator.mediaDevices.getDisplayMedia({ video: true, audio: true }));
      const own = await ownStream(what);
      if (own) streams.push(own);
      const recording = await Recording.#of(what, streams);
      recording.#recorder.start(SLICE_MS);
      return recording;
    } catch (cause) {
      for (const stream of streams) stop(stream);
      throw cause;
    }
  }

  static async #of(what: What, streams: readonly MediaStream[]): Promise<Recording> {
    const [first] = streams;
    if (!first) throw new DOMException('nothing to record', 'NotFoundError');
    if (streams.length === 1) return new Recording(first, streams);
    const audio = new AudioContext();
    const mixed = audio.createMediaStreamDestination();
    for (const stream of streams.filter((one) => one.getAudioTracks().length > 0)) audio.createMediaStreamSource(stream).connect(mixed);
    if (what !== 'both') return new Recording(new MediaStream([...first.getVideoTracks(), ...mixed.stream.getAudioTracks()]), streams, audio);
    const { picture, drawing } = await composed(streams);
    return new Recording(new MediaStream([...picture.getVideoTracks(), ...mixed.stream.getAudioTracks()]), streams, audio, drawing);
  }

  /** Calls back when somebody ends it in the browser's own bar. */
  endedOutside(then: () => void): void {
    for (const track of this.#streams.flatMap((stream) => stream.getVideoTracks())) track.addEventListener('ended', then, { once: true });
  }

  pause(): void { this.#recorder.pause(); }
  resume(): void { this.#recorder.resume(); }

  /** Ends it and lets go of camera and screen. */
  async end(): Promise<Blob> {
    if (this.#recorder.state !== 'inactive') {
      const stopped = new Promise((resolve) => this.#recorder.addEventListener('stop', resolve, { once: true }));
      this.#recorder.stop();
      await stopped;
    }
    clearInterval(this.#drawing);
    for (const stream of [...this.#streams, this.seen]) stop(stream);
    await this.#audio?.close();
    return new Blob(this.#parts, { type: (this.#recorder.mimeType || 'video/webm').split(';')[0] ?? 'video/webm' });
  }
}

/** Camera and microphone; beside a screen the microphone alone, and none of them is fine there, too. */
async function ownStream(what: What): Promise<MediaStream | undefined> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true, video: what === 'screen' ? false : { width: { ideal: 1_280 }, height: { ideal: 720 } } });
  } catch (cause) {
    if (what === 'screen') return undefined;
    throw cause;
  }
}

/** The screen with the camera in its corner. */
async function composed(streams: readonly MediaStream[]): Promise<{ picture: MediaStream; drawing: ReturnType<typeof setInterval> }> {
  const videos = await Promise.all(streams.map(playing));
  const [screen, camera] = videos;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const draw = (): void => {
    if (!screen || !camera || !context || screen.videoWidth === 0) return;
    if (canvas.width !== screen.videoWidth || canvas.height !== screen.videoHeight) [canvas.width, canvas.height] = [screen.videoWidth, screen.videoHeight];
    context.drawImage(screen, 0, 0);
    const width = canvas.width / PICTURE_IN_PICTURE;
    const height = camera.videoWidth === 0 ? 0 : (width * camera.videoHeight) / camera.videoWidth;
    context.drawImage(camera, canvas.width - width - MARGIN, canvas.height - height - MARGIN, width, height);
  };
  draw();
  // Not by animation frames: they stop while another window is looked at, and that is what is recorded.
  return { drawing: setInterval(draw, 1_000 / FRAMES_PER_SECOND), picture: canvas.captureStream(FRAMES_PER_SECOND) };
}

async function playing(stream: MediaStream): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await video.play();
  return video;
}

function stop(stream: MediaStream): void { for (const track of stream.getTracks()) track.stop(); }
