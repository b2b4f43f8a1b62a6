'use strict';
// Keeps the list of events fresh: asks every second for what arrived after the last one it has.
(() => {
  const SHOWN = 300;
  const $ = (id) => document.getElementById(id);
  const actions = new Set();
  let total = null;

  const tail = (iri) => decodeURIComponent(String(iri).replace(/[/#]$/, '').split(/[/#]/).pop());
  const short = (text) => (text.length > 20 ? text.slice(0, 8) + '…' : text);
  const words = (action) => String(action).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

  function where(event) {
    const parts = [];
    if (event.target && event.target.currentTime) parts.push('at ' + event.target.currentTime);
    Object.entries(event.extensions || {}).forEach(([key, value]) => parts.push(tail(key) + ' ' + value));
    return parts.join(', ');
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function line(event) {
    const item = element('li');
    const details = element('details');
    const summary = element('summary');
    const person = element('b', short(tail(event.actor.id || event.actor)));
    person.title = event.actor.id || event.actor;
    const verb = element('span', words(event.action), 'verb');
    verb.title = event.type + ', ' + event.profile;
    const time = element('time', new Date(event.eventTime).toLocaleTimeString());
    time.dateTime = time.title = event.eventTime;
    summary.append(person, ' ', verb, ' ', element('span', event.object.name || tail(event.object.id)), ' ',
      element('span', where(event), 'soft'), ' ', time);
    details.append(summary);
    details.addEventListener('toggle', () => {
      if (details.children.length === 1) details.append(element('pre', JSON.stringify(event, null, 2)));
    });
    item.dataset.action = event.action;
    item.hidden = $('action').value !== '' && $('action').value !== event.action;
    item.append(details);
    if (!actions.has(event.action)) {
      actions.add(event.action);
      const option = element('option', words(event.action));
      option.value = event.action;
      $('action').append(option);
    }
    return item;
  }

  function say(id, text) {
    if ($(id).textContent !== text) $(id).textContent = text;
  }

  function tellMode(mode) {
    const option = [...$('status').options].find((one) => one.value === String(mode.status));
    const well = mode.status === 200;
    say('mode-now', (well ? 'It answers well' : 'Now: ' + (option ? option.textContent : mode.status)
      + (mode.times ? ', for ' + mode.times + ' more envelopes' : '')) + ', up to ' + mode.kilobytes + ' kB.');
    $('mode-now').classList.toggle('warn', !well);
  }

  async function refresh() {
    tellMode(await (await fetch('mode')).json());
    const fresh = await (await fetch('events.json?after=' + (total || 0))).json();
    if (total === null || fresh.total < total) {
      $('list').replaceChildren();
      if (fresh.total < (total || 0)) {
        total = 0;
        return;
      }
    }
    total = fresh.total;
    fresh.events.slice(-SHOWN).forEach((event) => $('list').prepend(line(event)));
    while ($('list').children.length > SHOWN) $('list').lastChild.remove();
    $('empty').hidden = total !== 0;
    say('count', total === 0 ? '' : total.toLocaleString() + ' stored'
      + (total > SHOWN ? ', the newest ' + SHOWN + ' are shown' : ''));
    say('envelopes', fresh.envelopes.toLocaleString());
    say('repeated', fresh.repeated.toLocaleString());
    say('different', fresh.different.toLocaleString());
    $('different').classList.toggle('bad', fresh.different > 0);
  }

  async function loop() {
    try {
      if (!document.hidden) await refresh();
    } catch (e) {
      say('count', 'The playground does not answer. Is it running?');
    }
    setTimeout(loop, 1000);
  }

  $('action').addEventListener('change', () => {
    for (const item of $('list').children) {
      item.hidden = $('action').value !== '' && item.dataset.action !== $('action').value;
    }
  });
  $('mode-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await fetch('mode', { method: 'POST', body: new URLSearchParams(new FormData($('mode-form'))) });
    if (answer.ok) tellMode(await answer.json());
    else say('mode-now', await answer.text());
  });
  loop();
})();
