import { BlobSource, Conversion, Input, MATROSKA, MP4, Mp4OutputFormat, Output, StreamTarget, WEBM, WebMOutputFormat, type StreamTargetChunk } from 'mediabunny';

/**
 * A browser's recording with its length and an index, which the browser did not know while it wrote the file: without them players take it
 * for a live stream, and find a place in it only by reading all that comes before. Picture and sound stay as they are. The recording itself
 * when this cannot be done.
 */
export async function indexed(recording: Blob): Promise<Blob> {
  try {
    const file = new Growing();
    const input = new Input({ source: new BlobSource(recording), formats: [WEBM, MATROSKA, MP4] });
    const format = recording.type.includes('mp4') ? new Mp4OutputFormat({ fastStart: false }) : new WebMOutputFormat();
    const output = new Output({ format, target: new StreamTarget(new WritableStream(file), { chunked: true }) });
    const conversion = await Conversion.init({ input, output, showWarnings: false });
    if (!conversion.isValid || conversion.discardedTracks.length > 0) return recording;
    await conversion.execute();
    return file.written(recording.type);
  } catch (cause) {
    console.debug('the recording stays as the browser wrote it', cause);
    return recording;
  }
}

/** A file written here and there. As blobs, since browsers keep large ones on disk. */
class Growing implements UnderlyingSink<StreamTargetChunk> {
  #file = new Blob();

  write({ data, position }: StreamTargetChunk): void {
    this.#file = new Blob([this.#file.slice(0, position), data, this.#file.slice(position + data.byteLength)]);
  }

  written(type: string): Blob { return new Blob([this.#file], { type }); }
}
