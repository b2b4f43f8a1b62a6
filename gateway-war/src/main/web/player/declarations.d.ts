/** The WebVTT parser that video.js itself uses; it ships no types. */
declare module 'videojs-vtt.js' {
  interface Parser {
    oncue: (cue: VTTCue) => void;
    parse(text: string): void;
    flush(): void;
  }
  const vtt: {
    WebVTT: {
      Parser: new (window: Window, decoder: unknown) => Parser;
      StringDecoder: () => unknown;
    };
  };
  export default vtt;
}

declare module '*.css';

interface Window {
  VIDEOJS_NO_DYNAMIC_STYLE?: boolean;
}
