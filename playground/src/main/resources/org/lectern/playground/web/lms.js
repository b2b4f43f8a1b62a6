'use strict';

// What the pages of the practice LMS do in the browser. Each part finds its data by the id of a JSON block.

const data = (id) => {
  const block = document.getElementById(id);
  return block ? JSON.parse(block.textContent) : null;
};

const storage = data('storage');
const registering = data('registering');
const goBack = data('go-back');
const gradebook = document.getElementById('gradebook');

/** Tells a message in words, on the page and in the LMS' log. A fault is something the tool did wrong. */
function note(text, fault) {
  if (window.parent !== window) {
    try {
      window.parent.note(text, fault);
      return;
    } catch {
      // The page around us is on the school's host, or none of ours: the log has to do.
    }
  }
  const list = document.getElementById('page-messages');
  if (list) {
    const item = document.createElement('li');
    item.textContent = fault ? `${text}: ${fault}` : text;
    item.className = fault ? 'bad' : '';
    list.append(item);
  }
  const address = (storage || registering || {}).notes;
  if (address) {
    fetch(address, { method: 'POST', body: new URLSearchParams({ text, fault: fault ? `${text}: ${fault}` : '' }) }).catch(() => {});
  }
}

// --- platform storage (lti-cs-pm 0.1, lti-pm-s 0.1) ---

const MOST_ENTRIES = 50;
const LONGEST_KEY = 200;
const LONGEST_VALUE = 4096;
const LEGACY = 'org.imsglobal.';
const kept = new Map();

function keepStorage() {
  window.addEventListener('message', (event) => {
    const message = event.data;
    if (!message || typeof message !== 'object' || typeof message.subject !== 'string') return;
    const old = message.subject.startsWith(LEGACY);
    const subject = old ? message.subject.slice(LEGACY.length) : message.subject;
    if (!subject.startsWith('lti.')) return;
    const words = `${message.subject} from ${event.origin}`;
    if (subject === 'lti.frameResize') {
      resize(event);
      return;
    }
    if (storage.mode === 'off') {
      note(words, 'this LMS offers no platform storage');
      return;
    }
    if (storage.mode === 'mobile') {
      note(`${words}, never answered`);
      return;
    }
    if (old && storage.mode !== 'legacy') {
      note(words, 'the old message names are not known here');
      return;
    }
    answer(event, message, subject, words);
  });
}

function answer(event, message, subject, words) {
  const reply = (more) =>
    event.source.postMessage(
      { subject: `${message.subject}.response`, message_id: message.message_id, ...more },
      { targetOrigin: event.origin },
    );
  const refuse = (code, text) => {
    note(words, text);
    reply({ error: { code, message: text } });
  };
  if (!storage.origins.includes(event.origin)) return refuse('wrong_origin', 'no tool of this LMS has this origin');
  if (typeof message.message_id !== 'string' || message.message_id === '') {
    return refuse('bad_request', 'message_id is missing');
  }
  if (subject === 'lti.capabilities') {
    note(words);
    const frame = storage.target;
    return reply({
      supported_messages: [
        { subject: 'lti.capabilities' },
        { subject: 'lti.get_data', frame },
        { subject: 'lti.put_data', frame },
        { subject: 'lti.frameResize' },
      ],
    });
  }
  if (subject !== 'lti.put_data' && subject !== 'lti.get_data') {
    return refuse('unsupported_subject', 'this subject is not known');
  }
  if (storage.target !== storage.here) {
    return refuse('unsupported_subject', `put and get go to the frame ${storage.target}, not to ${storage.here}`);
  }
  const key = message.key;
  if (typeof key !== 'string' || key === '' || key.length > LONGEST_KEY) {
    return refuse('bad_request', 'key must be a text of at most 200 characters');
  }
  const place = `${event.origin}\n${key}`;
  if (subject === 'lti.get_data') {
    const value = kept.get(place);
    note(value === undefined ? `${words}: nothing is kept under ${key}` : `${words}: ${key} is given out`);
    return reply({ key, value: value === undefined ? null : value });
  }
  const value = message.value;
  if (value === null || value === undefined) {
    kept.delete(place);
    note(`${words}: ${key} is removed`);
    return reply({ key, value: null });
  }
  if (typeof value !== 'string') return refuse('bad_request', 'value must be a text');
  if (value.length > LONGEST_VALUE || (kept.size >= MOST_ENTRIES && !kept.has(place))) {
    return refuse('storage_exhaustion', 'too much is kept already, or the value is longer than 4096 characters');
  }
  kept.set(place, value);
  note(`${words}: ${key} is kept`);
  return reply({ key, value });
}

function resize(event) {
  const height = Number(event.data.height);
  for (const frame of document.querySelectorAll('iframe.tool')) {
    if (frame.contentWindow === event.source && height > 0) {
      frame.style.height = `${Math.min(Math.max(height, 150), 5000)}px`;
      note(`lti.frameResize from ${event.origin}: ${height} pixels`);
    }
  }
}

// --- registration: the tool says when it is done (Dynamic Registration 1.0) ---

function awaitClose() {
  window.addEventListener('message', (event) => {
    if (!event.data || event.data.subject !== 'org.imsglobal.lti.close') return;
    if (event.origin !== registering.origin) {
      note('org.imsglobal.lti.close', `came from ${event.origin}, not from ${registering.origin}`);
      return;
    }
    note(`org.imsglobal.lti.close from ${event.origin}`);
    if (event.source && event.source !== window && event.source.parent === event.source) event.source.close();
    window.location.href = registering.back;
  });
}

// --- deep linking: the frame is done, the course comes back ---

function returnToCourse() {
  const page = window.parent === window ? window : window.parent;
  page.location.href = goBack.to;
}

// --- the gradebook, live ---

async function refreshGrades() {
  if (document.hidden) return;
  try {
    const answer = await fetch(gradebook.dataset.address);
    const table = await answer.text();
    if (answer.ok && table !== gradebook.dataset.shown) {
      const scrolled = gradebook.querySelector('.wide')?.scrollLeft ?? 0;
      const stops = () => [...gradebook.querySelectorAll('.wide, a')];
      const at = stops().indexOf(document.activeElement);
      gradebook.innerHTML = table;
      gradebook.dataset.shown = table;
      const region = gradebook.querySelector('.wide');
      if (region) region.scrollLeft = scrolled;
      stops()[at]?.focus({ preventScroll: true });
    }
  } catch {
    // The LMS is away; the next look may find it.
  }
}

if (storage) keepStorage();
if (registering) awaitClose();
if (goBack) returnToCourse();
if (gradebook) setInterval(refreshGrades, 1500);
