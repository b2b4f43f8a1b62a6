'use strict';
// Keeps the list of statements fresh: asks every second for what arrived after the last one it has.
(() => {
  const SHOWN = 300;
  const $ = (id) => document.getElementById(id);
  const VIDEO = 'https://w3id.org/xapi/video/extensions/';
  const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
  const verbs = new Set();
  let next = null;
  let total = 0;

  const tail = (iri) => String(iri).replace(/[/#]$/, '').split(/[/#]/).pop();
  const word = (map, other) => (map && (map.en || map['en-US'] || Object.values(map)[0])) || other;
  const short = (text) => (text.length > 20 ? text.slice(0, 8) + '…' : text);

  function who(actor) {
    const id = actor.account ? actor.account.name : actor.mbox || actor.mbox_sha1sum || actor.openid || 'a group';
    return { text: actor.name || short(id.replace(/^mailto:/, '')), id };
  }

  function what(object) {
    return word(object.definition && object.definition.name, tail(object.id || object.objectType));
  }

  function clock(seconds) {
    const whole = Math.floor(seconds);
    return Math.floor(whole / 60) + ':' + String(whole % 60).padStart(2, '0');
  }

  function where(statement) {
    const result = statement.result || {};
    const ext = result.extensions || {};
    const parts = [];
    if (ext[VIDEO + 'time-from'] !== undefined) {
      parts.push('from ' + clock(ext[VIDEO + 'time-from']) + ' to ' + clock(ext[VIDEO + 'time-to']));
    } else if (ext[VIDEO + 'time'] !== undefined) {
      parts.push('at ' + clock(ext[VIDEO + 'time']));
    }
    if (ext[VIDEO + 'progress'] !== undefined) {
      parts.push(Math.floor(ext[VIDEO + 'progress'] * 1000) / 10 + ' % watched');
    } else if (ext[PROGRESS] !== undefined) {
      parts.push(ext[PROGRESS] + ' %');
    }
    if (result.duration) parts.push('in ' + result.duration.replace(/^PT/, '').toLowerCase());
    return parts.join(', ');
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function line(statement) {
    const item = element('li');
    const details = element('details');
    const summary = element('summary');
    const actor = who(statement.actor);
    const person = element('b', actor.text);
    person.title = actor.id;
    const verb = element('span', word(statement.verb.display, tail(statement.verb.id)), 'verb');
    verb.title = statement.verb.id;
    const time = element('time', new Date(statement.timestamp || Date.now()).toLocaleTimeString());
    time.dateTime = time.title = statement.timestamp || '';
    summary.append(person, ' ', verb, ' ', element('span', what(statement.object)), ' ',
      element('span', where(statement), 'soft'), ' ', time);
    details.append(summary);
    details.addEventListener('toggle', () => {
      if (details.children.length === 1) details.append(element('pre', JSON.stringify(statement, null, 2)));
    });
    item.dataset.verb = statement.verb.id;
    item.hidden = $('verb').value !== '' && $('verb').value !== statement.verb.id;
    item.append(details);
    if (!verbs.has(statement.verb.id)) {
      verbs.add(statement.verb.id);
      const option = element('option', word(statement.verb.display, tail(statement.verb.id)));
      option.value = statement.verb.id;
      $('verb').append(option);
    }
    return item;
  }

  function tell() {
    $('empty').hidden = total !== 0;
    const more = total > SHOWN ? ', the newest ' + SHOWN + ' are shown' : '';
    const text = total === 0 ? '' : total.toLocaleString() + ' stored' + more;
    if ($('count').textContent !== text) $('count').textContent = text;
  }

  function tellMode(mode) {
    const option = [...$('mode').options].find((one) => one.value === mode.mode);
    const text = mode.mode === 'ok' ? 'It answers well.' : 'Now: ' + (option ? option.textContent : mode.mode)
      + (mode.times ? ', for ' + mode.times + ' more requests' : '');
    if ($('mode-now').textContent !== text) $('mode-now').textContent = text;
    $('mode-now').classList.toggle('warn', mode.mode !== 'ok');
  }

  async function refresh() {
    const summary = await (await fetch('summary.json')).json();
    $('requests').textContent = summary.requests.toLocaleString();
    $('repeated').textContent = summary.repeated.toLocaleString();
    $('different').textContent = summary.differentBytes.toLocaleString();
    $('different').classList.toggle('bad', summary.differentBytes > 0);
    tellMode(summary.mode);
    if (next === null || summary.statements < total) {
      next = 0;
      $('list').replaceChildren();
    }
    total = summary.statements;
    if (total > next) {
      next = Math.max(next, total - SHOWN);
      const fresh = await (await fetch('statements.json?after=' + next + '&limit=' + SHOWN)).json();
      next = fresh.next;
      fresh.statements.forEach((statement) => $('list').prepend(line(statement)));
      while ($('list').children.length > SHOWN) $('list').lastChild.remove();
    }
    tell();
  }

  async function loop() {
    try {
      if (!document.hidden) await refresh();
    } catch (e) {
      $('count').textContent = 'The playground does not answer. Is it running?';
    }
    setTimeout(loop, 1000);
  }

  function fields() {
    document.querySelectorAll('#mode-form [data-for]').forEach((label) => {
      const on = label.dataset.for === '*' ? $('mode').value !== 'ok' : label.dataset.for.split(' ').includes($('mode').value);
      label.hidden = !on;
      label.querySelector('input').disabled = !on;
    });
  }

  $('verb').addEventListener('change', () => {
    for (const item of $('list').children) item.hidden = $('verb').value !== '' && item.dataset.verb !== $('verb').value;
  });
  $('mode').addEventListener('change', fields);
  $('mode-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await fetch('mode', { method: 'POST', body: new URLSearchParams(new FormData($('mode-form'))) });
    if (answer.ok) tellMode(await answer.json());
    else $('mode-now').textContent = await answer.text();
  });
  fields();
  loop();
})();
