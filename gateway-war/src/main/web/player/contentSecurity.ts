// video.js would write <style> elements, which the content security policy refuses; our style sheet does that work.
// Imported before video.js, because it looks once, when it is loaded.
window.VIDEOJS_NO_DYNAMIC_STYLE = true;
