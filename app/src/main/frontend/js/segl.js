// Small comforts on top of pages that work without them.
(() => {
  'use strict';

  // "Show more" fetched the next rows: say how many, and move on to the first of them.
  document.addEventListener('htmx:beforeSwap', (event) => {
    event.detail.target.dataset.before = event.detail.target.children.length;
  });
  document.addEventListener('htmx:afterSettle', (event) => {
    const rows = event.detail.target;
    if (rows.id !== 'rader' || !rows.dataset.before) return;
    const before = Number(rows.dataset.before);
    delete rows.dataset.before;
    rows.children[before]?.querySelector('a')?.focus();
    const said = document.getElementById('sagt');
    said.textContent = said.dataset.more.replace('{0}', rows.children.length - before);
  });

  // A fetch that fails (logged out, offline) becomes an ordinary visit, which explains itself.
  for (const name of ['htmx:responseError', 'htmx:sendError', 'htmx:swapError']) {
    document.addEventListener(name, (event) => {
      if (event.detail.elt.href) window.location.assign(event.detail.elt.href);
    });
  }

  // One letter per press of the button, however often it is pressed.
  document.addEventListener('submit', (event) => {
    if (!event.target.matches('form[data-once]')) return;
    if (event.target.getAttribute('aria-busy')) return event.preventDefault();
    event.target.setAttribute('aria-busy', 'true');
    for (const button of event.target.querySelectorAll('[type=submit]')) {
      button.setAttribute('aria-disabled', 'true');
    }
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[aria-busy]')) {
      form.removeAttribute('aria-busy');
      form.querySelectorAll('[aria-disabled]').forEach((b) => b.removeAttribute('aria-disabled'));
    }
  });

  // Somebody's national identity number is not sent where it would stand in the address.
  document.addEventListener('input', (event) => {
    const field = event.target;
    if (!field.matches('[data-no-number]')) return;
    field.setCustomValidity(hasNumber(field.value) ? field.dataset.noNumber : '');
  });

  function hasNumber(text) {
    const found = text.matchAll(/(?<!\d)(\d{6})[\s\p{Z}\p{Pd}.]?(\d{5})(?!\d)/gu);
    return [...found].some(([, date, rest]) => {
      const digits = [...date, ...rest].map(Number);
      const left = (weights) => weights.reduce((sum, w, i) => sum + w * digits[i], 0) % 11;
      return left([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) <= 3
        && left([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) === 0;
    });
  }

  // Which files are chosen, how large, and which of them are too large to send.
  document.addEventListener('change', (event) => {
    const input = event.target;
    const list = document.querySelector(`[data-chosen-for="${input.id}"]`);
    if (!list) return;
    const max = Number(input.dataset.max);
    list.replaceChildren(...[...input.files].map((file) => {
      const item = document.createElement('li');
      item.textContent = `${file.name} · ${size(file.size)}`;
      if (file.size > max) {
        item.className = 'chosen-large';
        item.append(` · ${input.dataset.tooLarge}`);
      }
      return item;
    }));
    list.hidden = input.files.length === 0;
  });

  // How many letters are chosen, in the bar that shows while any is.
  const chosen = document.getElementById('valgte');
  function count() {
    const boxes = document.querySelectorAll('.choosing .choose:checked');
    if (chosen) chosen.textContent = chosen.dataset.chosen.replace('{0}', boxes.length);
    if (!every) return;
    const all = document.querySelectorAll('.choosing .choose').length;
    every.checked = all > 0 && boxes.length === all;
    every.indeterminate = boxes.length > 0 && boxes.length < all;
  }
  const every = document.getElementById('velg-alle');
  if (every) {
    every.closest('[hidden]').hidden = false;
    every.addEventListener('change', () => {
      for (const box of document.querySelectorAll('.choosing .choose')) box.checked = every.checked;
      count();
    });
  }
  document.addEventListener('change', (event) => {
    if (event.target.matches('.choose')) count();
  });
  window.addEventListener('pageshow', count);

  // To print is the browser's, but it can be asked for here.
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }

  // Shortcuts of one key: they move about, never do anything to a letter, and can be turned off.
  const keys = document.querySelector('.keys');
  const on = document.getElementById('hurtigtaster-pa');
  if (keys) {
    keys.hidden = false;
    on.checked = kept() !== 'av';
    on.addEventListener('change', () => {
      try {
        localStorage.setItem('hurtigtaster', on.checked ? 'pa' : 'av');
      } catch {
        // Not kept: it holds until the page is left.
      }
    });
    document.addEventListener('keydown', (event) => {
      const busy = 'input:not([type=checkbox]), select, textarea, [contenteditable], [popover]';
      if (!on.checked || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || event.target.closest(busy)) return;
      if (press(event.key.toLowerCase())) event.preventDefault();
    });
  }

  function kept() {
    try {
      return localStorage.getItem('hurtigtaster');
    } catch {
      return null;
    }
  }

  function press(key) {
    if (key === '?') {
      document.getElementById('hurtigtaster').showPopover();
      return true;
    }
    const row = document.activeElement.closest('#rader > tr');
    if (key === 'j' || key === 'k') return step(row, key === 'j' ? 1 : -1);
    if (key === 'x') {
      row?.querySelector('.choose')?.click();
      return Boolean(row);
    }
    const marked = /^[a-z]$/.test(key) && document.querySelector(`[data-key="${key}"]`);
    if (!marked) return false;
    if (marked.matches('a')) marked.click();
    else marked.focus();
    return true;
  }

  function step(row, by) {
    const rows = [...document.querySelectorAll('#rader > tr')];
    const next = row ? rows[rows.indexOf(row) + by] : rows[0];
    next?.querySelector('a.row-link')?.focus();
    return Boolean(next);
  }

  function size(bytes) {
    const units = ['kB', 'MB', 'GB'];
    let amount = bytes / 1000;
    let unit = 0;
    while (amount >= 999.5 && unit < units.length - 1) {
      amount /= 1000;
      unit++;
    }
    const digits = amount < 10 && unit > 0 ? 1 : 0;
    return `${amount.toLocaleString(document.documentElement.lang, { maximumFractionDigits: digits })} ${units[unit]}`;
  }
})();
