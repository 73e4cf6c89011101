'use strict';

// Makes the playground smoother; without this script each form and link does the same by loading a page.
{
  const main = document.getElementById('main');
  const live = document.getElementById('live');
  let shown = location.pathname + location.search;
  /** What had the focus when the form in front was opened. */
  let opener = '';

  const stage = () => main.querySelector('.stage');
  const view = () => main.querySelector('dialog.view');
  const all = (selector) => [...main.querySelectorAll(selector)];
  const isBusy = () => main.getAttribute('aria-busy') === 'true';

  if (stage()) {
    main.addEventListener('submit', (event) => {
      if (!stage() || event.target.method !== 'post') return;
      event.preventDefault();
      const body = new URLSearchParams(new FormData(event.target, event.submitter));
      go(event.target.action, { method: 'POST', body }, event.target);
    });
    main.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="/as/"]');
      if (!link || !stage() || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      go(link.href, { method: 'GET' }, link);
    });
    main.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      if (!event.target.matches('textarea[data-sends]')) return;
      event.preventDefault();
      event.target.form.requestSubmit();
    });
    addEventListener('popstate', () => {
      if (location.pathname + location.search !== shown) go(location.href, { method: 'GET' }, main);
    });
    openView();
  }

  /** Loads a page and puts its content in the place of what is there; says so where none comes. */
  async function go(address, options, from) {
    if (isBusy()) return;
    main.setAttribute('aria-busy', 'true');
    tell(stage().dataset.busy, 'busy');
    try {
      const response = await fetch(address, options);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const isPlace = options.method === 'GET' || response.redirected;
      if (isPlace) remember(new URL(response.url));
      swap(page, from);
    } catch (error) {
      complain(from, stage().dataset.lost);
      throw error;
    } finally {
      main.removeAttribute('aria-busy');
    }
  }

  function remember({ pathname, search }) {
    shown = pathname + search;
    if (shown !== location.pathname + location.search) history.pushState(null, '', shown);
  }

  function swap(page, from) {
    const before = kept(from);
    main.after(live);
    tell('');
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    document.querySelector('.site').replaceWith(page.querySelector('.site'));
    main.replaceChildren(...page.getElementById('main').childNodes);
    if (!stage()) return;
    restore(before);
    if (from.method === 'post') announce(before);
    if (view()) {
      if (!before.hadView) opener = before.focus;
      openView();
    } else refocus(before, from);
  }

  /** What must survive when the content changes. */
  function kept(from) {
    return {
      spot: stage().dataset.spot,
      hadView: Boolean(view()),
      thread: stage().dataset.thread,
      focus: document.activeElement?.id ?? '',
      message: document.activeElement?.closest('.message')?.id ?? '',
      scrolls: all('.scroller').map(({ id, scrollTop }) => [id, scrollTop]),
      open: all('details[id][open]')
        .filter((one) => !one.contains(from))
        .map(({ id }) => id),
      drafts: all('textarea[data-sends]').filter((box) => box.form !== from),
      texts: new Map(all('.message').map(({ id, textContent }) => [id, textContent])),
      heads: new Map(all('.message').map((message) => [message.id, headOf(message)])),
    };
  }

  function restore({ spot, thread, scrolls, open, drafts }) {
    for (const { id, value } of drafts) {
      const box = document.getElementById(id);
      if (box && box.value === '') box.value = value;
    }
    if (stage().dataset.spot !== spot) return;
    for (const [id, top] of scrolls) {
      const isSame = id !== 'thread-scroller' || stage().dataset.thread === thread;
      if (isSame) document.getElementById(id)?.scrollTo({ top });
    }
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  }

  /** Shows the first message that is new or has another verdict, and reads out what the assistant wrote. */
  function announce({ texts, heads }) {
    const told = all('.message.assistant').find(
      ({ id, textContent }) => texts.get(id) !== textContent,
    );
    const isJudgedAnew = told && heads.get(told.id) !== headOf(told);
    (firstNew(texts) ?? (isJudgedAnew ? told : undefined))?.scrollIntoView({ block: 'start' });
    const words = (told?.querySelector('.alert') ?? told)?.textContent;
    if (words) tell(`${stage().dataset.news} ${words.replace(/\s+/g, ' ').trim().slice(0, 300)}`);
  }

  function headOf(message) {
    return message.querySelector('.alert')?.textContent ?? '';
  }

  function firstNew(texts) {
    const isNew = ({ id }) => !texts.has(id);
    return all('.thread .message').find(isNew) ?? all('.place .message').find(isNew);
  }

  /** Puts the focus where it was or came from, else where people go on reading. */
  function refocus({ spot, thread, hadView, focus, message, texts }, from) {
    const isMove = from.method !== 'post';
    const now = stage().dataset;
    const isOpened = now.thread !== '' && now.thread !== thread;
    const places = isMove
      ? [isOpened ? 'thread-name' : now.spot === spot ? `place-${thread}` : '', 'place-name']
      : [hadView ? opener : focus, firstNew(texts)?.id, message, 'place-name', 'thread-name'];
    for (const id of places) {
      const target = document.getElementById(id);
      target?.focus({ preventScroll: !isMove });
      if (target && target === document.activeElement) return;
    }
  }

  /** Puts a form in front, with the focus on the first field that needs something. */
  function openView() {
    const dialog = view();
    if (!dialog) return;
    dialog.removeAttribute('open');
    dialog.showModal();
    dialog.append(live);
    const fields = 'input:not([type=hidden]), select, textarea';
    const wrong = dialog.querySelector('[aria-invalid=true]');
    const inner = wrong?.matches('fieldset') ? wrong.querySelector(fields) : wrong;
    (inner ?? dialog.querySelector(fields) ?? dialog.querySelector('h2')).focus();
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      dialog.querySelector('button[value=dismiss]').click();
    });
  }

  function complain(from, words) {
    tell('');
    const form = from.method === 'post' ? from : main;
    form.querySelector('.lost')?.remove();
    const complaint = document.createElement('p');
    complaint.className = 'complaint lost';
    complaint.role = 'alert';
    complaint.textContent = words;
    form.prepend(complaint);
  }

  function tell(words, kind = '') {
    live.className = kind;
    live.textContent = words;
  }
}
