// Stands in for Brightcove's player: the in-page embed and the part of its API that is documented, over a plain video element.
(() => {
  const style = document.createElement('style');
  style.textContent = '.bc-stand-in, .bc-stand-in video { width: 100%; height: 100%; background: #000; }';
  document.head.append(style);

  window.bc = (embed) => {
    const root = document.createElement('div');
    root.className = 'video-js bc-stand-in';
    root.id = `bc-${embed.dataset.account}-${embed.dataset.videoId}`;
    const video = document.createElement('video');
    video.controls = true;
    video.preload = 'auto';
    video.src = 'https://media.brightcove.com/clip.mp4';
    root.append(video);
    embed.replaceWith(root);
    const asked = (name, value) => (value === undefined ? video[name] : void (video[name] = value));
    return {
      el: () => root,
      ready: (then) => setTimeout(then, 0),
      on: (type, listener) => video.addEventListener(type, listener),
      off: (type, listener) => video.removeEventListener(type, listener),
      readyState: () => video.readyState,
      currentTime: (seconds) => asked('currentTime', seconds),
      duration: () => video.duration,
      paused: () => video.paused,
      seeking: () => video.seeking,
      play: () => video.play(),
      pause: () => video.pause(),
      playbackRate: (rate) => asked('playbackRate', rate),
      defaultPlaybackRate: (rate) => asked('defaultPlaybackRate', rate),
      volume: (share) => asked('volume', share),
      muted: (muted) => asked('muted', muted),
      isFullscreen: () => document.fullscreenElement === root,
      isInPictureInPicture: () => document.pictureInPictureElement === video,
      videoHeight: () => video.videoHeight,
      textTracks: () => video.textTracks,
      addRemoteTextTrack: ({ kind, src, srclang, label }) => {
        const track = Object.assign(document.createElement('track'), { kind, src, srclang, label });
        video.append(track);
        return track;
      },
    };
  };
})();
