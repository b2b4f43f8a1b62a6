// Shows the built pages without a gateway: sample sessions, the gateway's content security policy, and a fact
// endpoint that keeps and prints what arrives. For developers; never shipped. See README.md.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), 'dist');
const port = Number(process.env.PORT ?? 18100);
const clip = process.env.CLIP ?? '';
const manifest = JSON.parse(readFileSync(join(dist, 'assets/manifest.json'), 'utf8'));
const received = [];
const through = new Map();
/** What the next fact requests are answered instead of 202: set by POST /answers `[{"status":503,"retryAfter":"2"}]`. */
let answers = [];

const captions = `WEBVTT

00:00.000 --> 00:08.000
<v Narrator>Welcome. This film shows how a cell is built.

00:08.000 --> 00:20.000
Every cell has a membrane, which decides what comes in and what goes out.

00:20.000 --> 00:40.000
The nucleus keeps the plans.

00:40.000 --> 01:04.000
Mitochondria turn sugar into something the cell can spend.
`;

const chapters = `WEBVTT

00:00.000 --> 00:20.000
Membrane

00:20.000 --> 00:40.000
Nucleus

00:40.000 --> 01:04.000
Mitochondria
`;

function playerSession(id, query) {
  return {
    token: 'sample-token', api: '/api/v1', page: 'player', expires: '2026-12-31T00:00:00Z', renew: '/session',
    locale: query.get('locale') ?? 'en', learner: { role: 'learner', key: 'sample-learner' }, course: { title: 'Biology 101' },
    media: {
      id, title: 'Cell structure, part 1', duration: 64, sources: [{ src: '/media/clip', type: 'video/mp4' }],
      captions: [{ src: '/captions.vtt?en', language: 'en', label: 'English' }, { src: '/captions.vtt?de', language: 'de', label: 'Deutsch' }],
      chapters: [{ src: '/chapters.vtt', language: 'en', label: 'English' }],
      description: 'How a cell is built.\n\nWith membrane, nucleus and mitochondria.',
    },
    playback: { ...(query.has('resume') ? { resumeAt: Number(query.get('resume')) } : {}), watched: [[0, 12.3], [20, 30]], completionThreshold: 0.95 },
    report: { flushSeconds: 2, heartbeatSeconds: 10 },
  };
}

function gallerySession(query) {
  const titles = ['Cell structure, part 1', 'Cell structure, part 2', 'Photosynthesis', 'How proteins fold and why it matters for everything that lives', 'Osmosis', 'Meiosis', 'Mitosis', 'Enzymes'];
  const items = titles.map((title, at) => ({ id: `m${at}`, title, duration: 64 + at * 311, watched: [0, 0.64, 1][at % 3] }));
  return {
    token: 'sample-token', api: '/api/v1', page: 'gallery', renew: '/session', locale: query.get('locale') ?? 'en',
    course: { title: 'Biology 101' }, items: query.has('empty') ? [] : items.slice(0, Number(query.get('items') ?? 8)),
  };
}

function pickerSession(query) {
  const { items } = gallerySession(query);
  return {
    token: 'sample-token', api: '/api/v1', page: 'picker', renew: '/session', locale: query.get('locale') ?? 'en', course: { title: 'Biology 101' },
    answer: '/lti/deep-link', standing: query.get('standing') ?? 'open', items: items.map((item) => ({ ...item, sources: [{ src: '/media/clip', type: 'video/mp4' }] })),
    accept: { multiple: !query.has('one'), grade: !query.has('ungraded'), window: true },
  };
}

const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(response, name, values, session) {
  const nonce = randomBytes(16).toString('base64');
  const html = readFileSync(join(dist, 'pages', name), 'utf8')
    .replace('{{{session}}}', () => JSON.stringify(session ?? {}).replace(/</g, '\\u003c'))
    .replace(/\{\{asset:([^}]+)\}\}/g, (_, asset) => `/assets/${manifest[asset]}`)
    .replace(/\{\{(\w+)\}\}/g, (_, key) => escape({ nonce, lang: 'en', ...values }[key] ?? ''));
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}' 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: https:; `
      + `media-src 'self' blob: https: http://127.0.0.1:*; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'`,
  }).end(html);
}

const player = (response, id, query) => page(response, 'player.html', { title: 'Cell structure, part 1', lang: query.get('locale') ?? 'en' }, playerSession(id, query));
const gallery = (response, query) => page(response, 'gallery.html', { title: 'Videos' }, gallerySession(query));

function file(request, response, path, type) {
  if (!existsSync(path)) return response.writeHead(404).end();
  const { size } = statSync(path);
  const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '');
  const [start, end] = range ? [Number(range[1]), range[2] ? Number(range[2]) : size - 1] : [0, size - 1];
  response.writeHead(range ? 206 : 200, {
    'Content-Type': type, 'Content-Length': end - start + 1, 'Accept-Ranges': 'bytes',
    ...(range ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {}),
  });
  createReadStream(path, { start, end }).pipe(response);
}

async function body(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function facts(response, report, token) {
  const answer = answers.shift() ?? { status: 202 };
  if (answer.status !== 202) return response.writeHead(answer.status, answer.retryAfter ? { 'Retry-After': answer.retryAfter } : {}).end();
  let done = through.get(report.playback) ?? 0;
  for (const fact of report.facts) {
    if (fact.seq !== done + 1) continue;
    done = fact.seq;
    received.push({ playback: report.playback, token, ...fact });
    console.log(report.playback.slice(0, 8), JSON.stringify(fact));
  }
  through.set(report.playback, done);
  response.writeHead(202, { 'Content-Type': 'application/json' }).end(JSON.stringify({ through: done }));
}

const types = { js: 'text/javascript', css: 'text/css', txt: 'text/plain' };

createServer(async (request, response) => {
  const url = new URL(request.url, `http://${request.headers.host}`);
  const query = url.searchParams;
  const route = `${request.method} ${url.pathname}`;
  if (route === 'GET /player') return player(response, 'intro', query);
  if (route === 'GET /gallery') return gallery(response, query);
  if (route === 'GET /picker') return page(response, 'picker.html', { title: 'Choose videos' }, pickerSession(query));
  if (route === 'POST /lti/deep-link') {
    console.log(await body(request));
    return response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ return: '/returned', jwt: 'sample.jwt.sample' }));
  }
  if (route === 'POST /returned') return response.writeHead(200, { 'Content-Type': 'text/plain' }).end(await body(request));
  if (route === 'GET /notice') {
    return page(response, 'notice.html', {
      title: 'This activity could not be opened', happened: 'Your browser did not let us remember that you came from your course.',
      meaning: 'Some browsers block this inside another site. Your work is not affected.', remedy: 'Open the activity in a window of its own.',
      open: query.has('plain') ? '' : '/player', reference: '7KQ2M-XW94T', reason: query.has('plain') ? '' : 'binding.missing',
    });
  }
  if (route === 'GET /session') return page(response, 'shell.html', { title: 'Video' });
  if (route === 'POST /session/open') {
    const form = new URLSearchParams(await body(request));
    return form.get('media') ? player(response, form.get('media'), query) : gallery(response, query);
  }
  if (route === 'POST /api/v1/facts') return facts(response, JSON.parse(await body(request)), request.headers.authorization);
  if (route === 'GET /facts') return response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(received));
  if (route === 'POST /answers') {
    answers = JSON.parse(await body(request));
    return response.writeHead(204).end();
  }
  if (route === 'GET /media/clip') return file(request, response, clip, 'video/mp4');
  if (route === 'GET /captions.vtt') return response.writeHead(200, { 'Content-Type': 'text/vtt' }).end(captions);
  if (route === 'GET /chapters.vtt') return response.writeHead(200, { 'Content-Type': 'text/vtt' }).end(chapters);
  if (route === 'GET /') {
    return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end('<!doctype html><title>Frames</title><iframe src="/player?resume=12.3" width="600" height="400" allow="fullscreen"></iframe> <iframe src="/gallery" width="600" height="400"></iframe>');
  }
  const asset = /^\/assets\/([\w.-]+\.(\w+))$/.exec(url.pathname);
  if (asset) return file(request, response, join(dist, 'assets', asset[1]), types[asset[2]] ?? 'application/octet-stream');
  console.log('404', url.pathname);
  response.writeHead(404).end();
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/player  /player?resume=12.3&locale=de  /gallery  /picker  /notice  /session  / (in frames)  /facts`));
