/* Watches somebody go through a page, or the dialog open over it, by the Tab key. Given to the page by Keyboard.java. */
() => {
  const PARTS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex], [role="button"], [role="slider"], [contenteditable="true"]';
  /* Widgets that are one stop of the Tab key, with arrow keys inside. */
  const COMPOSITES = '[role="tablist"], [role="menu"], ol.lines';
  const root = document.querySelector('dialog:modal') ?? document.body;
  const visible = (part) => {
    const box = part.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && part.checkVisibility({ visibilityProperty: true });
  };
  const parts = [...root.querySelectorAll(PARTS)].filter((part) => visible(part) && !part.matches(':disabled') && !part.closest('[inert]'));
  const groupOf = (part) => (part.type === 'radio' ? [...root.querySelectorAll('input[type="radio"]')].filter((other) => other.name === part.name && other.form === part.form) : [part]);
  const isStop = (part) => {
    const group = groupOf(part);
    return part.tabIndex >= 0 && (group.find((one) => one.checked) ?? group[0]) === part;
  };
  const stops = parts.filter(isStop);
  const operable = (part) => part.matches('a, button, input, select, textarea, summary, [role="button"], [role="slider"]');
  const name = (part) => {
    const text = part.getAttribute('aria-label') ?? part.labels?.[0]?.textContent ?? part.textContent;
    return `${part.tagName.toLowerCase()}${part.id ? `#${part.id}` : ''} “${text.trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
  };
  /* The ring may be around the part itself, the label or card that stands for it, or what it lies in. */
  const around = (part) => [part, part.nextElementSibling, part.parentElement, part.closest('li')].filter((one) => one !== null);
  const look = (one) => {
    const style = getComputedStyle(one);
    return [style.outlineStyle === 'none' ? 'none' : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`, style.boxShadow, style.borderColor, style.backgroundColor].join();
  };
  const onTop = (part) => {
    const box = (part.matches('.unseen') ? part.nextElementSibling : part).getBoundingClientRect();
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
    return [0.5, 0.2, 0.8].some((share) => {
      const hit = document.elementFromPoint(x, box.top + box.height * share);
      return hit !== null && (part.contains(hit) || hit.contains(part) && hit !== document.body && hit !== document.documentElement
        || [...(part.labels ?? [])].some((label) => label.contains(hit)) || part.closest('li')?.contains(hit));
    });
  };

  root.setAttribute('tabindex', '-1');
  root.focus({ preventScroll: true });
  scrollTo(0, 0);
  const before = new Map(stops.map((part) => [part, around(part).map(look)]));
  const visits = [];
  const faults = [];
  let round = false;

  const note = () => {
    const part = document.activeElement;
    if (part === null || part === document.body || part === root) {
      round ||= visits.length > 0;
      return;
    }
    round ||= part === visits[0] && visits.length > 1;
    if (round) return;
    if (visits.at(-1) === part) {
      faults.push(`${name(part)} keeps the focus`);
      round = true;
      return;
    }
    if (visits.includes(part)) faults.push(`${name(part)} has the focus twice`);
    visits.push(part);
    const was = before.get(part);
    if (was === undefined) return;
    if (!around(part).some((one, at) => look(one) !== was[at])) faults.push(`${name(part)} does not show that it has the focus`);
    if (!onTop(part)) faults.push(`${name(part)} has the focus and is out of sight`);
  };
  let noted = true;
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Tab') return;
    if (!noted) note();
    noted = false;
  }, true);

  window.keyboardWalk = {
    stops: stops.length,
    done() {
      if (!noted) note();
      noted = true;
      return round || stops.every((part) => visits.includes(part));
    },
    report() {
      const reached = visits.filter((part) => stops.includes(part));
      stops.filter((part) => !visits.includes(part)).forEach((part) => faults.push(`${name(part)} is never reached`));
      parts.filter((part) => part.tabIndex < 0 && operable(part) && !part.closest(COMPOSITES)).forEach((part) => faults.push(`${name(part)} is left out`));
      [...root.querySelectorAll(COMPOSITES)].filter(visible).filter((one) => !stops.some((part) => one.contains(part)))
        .forEach((one) => faults.push(`nothing in ${name(one)} is a stop`));
      reached.slice(1).filter((part, at) => !(reached[at].compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING))
        .forEach((part) => faults.push(`${name(part)} is out of order`));
      root.removeAttribute('tabindex');
      return faults;
    },
  };
  return stops.length;
}
