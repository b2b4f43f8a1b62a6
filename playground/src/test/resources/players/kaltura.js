// Stands in for Kaltura's player: KalturaPlayer.setup and the part of its API that is documented, over a plain video element.
(() => {
  class Player extends EventTarget {
    #video = document.createElement('video');
    #texts = [{ language: 'en', label: 'English' }, { language: 'de', label: 'Deutsch' }, { language: 'off', label: 'Off' }];
    #text = this.#texts[2];

    constructor(target) {
      super();
      const root = document.createElement('div');
      root.className = 'playkit-player';
      // As the real one does: its looks come as a style element.
      const style = document.createElement('style');
      style.textContent = '.playkit-player, .playkit-player video { width: 100%; height: 100%; background: #000; }';
      document.head.append(style);
      this.#video.controls = true;
      this.#video.preload = 'auto';
      root.append(this.#video);
      target.append(root);
      for (const type of ['play', 'playing', 'pause', 'seeking', 'seeked', 'ended', 'timeupdate', 'ratechange', 'volumechange', 'loadedmetadata', 'enterpictureinpicture', 'leavepictureinpicture']) {
        this.#video.addEventListener(type, () => this.#tell(type));
      }
    }

    #tell(type, payload = {}) { this.dispatchEvent(Object.assign(new Event(type), { payload })); }

    async loadMedia({ entryId }) { this.#video.src = `https://media.kaltura.com/${entryId}/clip.mp4`; }
    get currentTime() { return this.#video.currentTime; }
    set currentTime(seconds) { this.#video.currentTime = seconds; }
    get duration() { return this.#video.duration; }
    get paused() { return this.#video.paused; }
    get seeking() { return this.#video.seeking; }
    get volume() { return this.#video.volume; }
    set volume(share) { this.#video.volume = share; }
    get muted() { return this.#video.muted; }
    set muted(muted) { this.#video.muted = muted; }
    get playbackRate() { return this.#video.playbackRate; }
    set playbackRate(rate) { this.#video.playbackRate = rate; }
    play() { return this.#video.play(); }
    pause() { this.#video.pause(); }
    isFullscreen() { return false; }
    isInPictureInPicture() { return document.pictureInPictureElement === this.#video; }
    getTracks(type) { return type === 'text' ? this.#texts : []; }
    getActiveTracks() { return { text: this.#text, video: { height: this.#video.videoHeight } }; }
    selectTrack(track) { this.#text = track; this.#tell('texttrackchanged', { selectedTextTrack: track }); }
    hideTextTrack() { this.selectTrack(this.#texts[2]); }
  }

  const players = {};
  window.KalturaPlayer = {
    setup: ({ targetId, provider }) => (players[targetId] = Object.assign(new Player(document.getElementById(targetId)), { provider })),
    getPlayer: (targetId) => players[targetId],
  };
})();
