// The page on which an answer is written: what is typed is kept by itself, shown as it will be read, and added to at the cursor.
// Without JavaScript its buttons do the same. Every answer is the server's; what fails is said, and nothing typed is lost.

const PAUSE_MS = 1_500;
const AGAIN_MS = [5_000, 10_000, 20_000, 40_000];
const SIGNED_OUT = [401, 403];

/** How long to wait before it is tried again, by how often in a row it has failed before. */
export const againIn = (failures) => AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)];

export function initEditor() {
  const place = document.querySelector('[data-editor]');
  const form = place?.querySelector('form');
  const text = form?.elements.namedItem('body');
  if (text) begin(place, form, text);
}

function begin(place, form, text) {
  const words = place.dataset;
  const state = place.querySelector('[data-editor-state]');
  const preview = place.querySelector('[data-editor-preview]');
  const shown = preview?.closest('details');
  let waiting;
  let kept = text.value;
  let failures = 0;
  let stopped = false;
  let asking = false;
  let moved = false;

  const say = (sentence) => {
    // Written anew, the same words would be read aloud again.
    if (state.textContent !== sentence) state.textContent = sentence;
  };
  const later = (ms) => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, ms);
  };

  async function keep() {
    if (stopped || asking || form.dataset.sent || text.value === kept) return;
    asking = true;
    const typed = text.value;
    const answer = await ask('keep', new FormData(form));
    asking = false;
    const told = await answer?.json().catch(() => null);
    if (answer?.ok && told) {
      failures = 0;
      kept = typed;
      moved = told.moved;
      form.elements.namedItem('saves').value = told.saves;
      say([told.said, ...told.heed].join(' · '));
      showFound(place.querySelector('[data-editor-found]'), told);
      if (text.value !== typed) later(PAUSE_MS);
      return;
    }
    if (answer && SIGNED_OUT.includes(answer.status)) {
      stopped = !(await tokenAnew());
      say(words.signedOut);
      // With the token of today at once; refused again with it, later and later.
      if (!stopped) later(failures === 0 ? PAUSE_MS : againIn(failures - 1));
      failures += 1;
      return;
    }
    if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
      // What is too long may be shortened; for anything else the page is to be opened anew.
      stopped = answer.status !== 422;
      say(`${words.stopped} ${told?.said ?? ''}`);
      return;
    }
    say(words.failed);
    later(againIn(failures++));
  }

  /** Signed in again in another window, as the same person: the form may go on with the token of today. */
  async function tokenAnew() {
    const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => null);
    if (!answer?.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-editor]');
    const token = fresh?.querySelector('input[name="_csrf"]')?.value;
    if (!token || fresh.dataset.me !== words.me) return false;
    form.elements.namedItem('_csrf').value = token;
    return true;
  }

  /** `null`: nobody answered. */
  function ask(what, data) {
    return fetch(form.action || location.pathname, {
      method: 'POST',
      headers: { 'x-asks': what },
      body: new URLSearchParams([...data].filter(([, value]) => typeof value === 'string')),
      cache: 'no-store',
      redirect: 'manual',
    }).catch(() => null);
  }

  async function show() {
    const answer = await ask('preview', new FormData(form));
    const told = answer?.ok ? await answer.json().catch(() => null) : null;
    if (!told) return say(words.previewFailed);
    // Made by the server from the text alone, as the letter is.
    preview.innerHTML = told.html;
    shown.open = true;
  }

  async function insert(button) {
    const data = new FormData(form);
    data.set('insert', button.value);
    const answer = await ask('insert', data);
    const told = await answer?.json().catch(() => null);
    if (!answer?.ok || typeof told?.text !== 'string') return say(told?.said ?? words.notInserted);
    const before = text.value.slice(0, text.selectionStart);
    const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    text.setRangeText(`${gap}${told.text}\n\n`, text.selectionStart, text.selectionEnd, 'end');
    text.dispatchEvent(new Event('input', { bubbles: true }));
    text.focus();
    say(words.inserted);
  }

  text.addEventListener('input', () => later(PAUSE_MS));
  text.addEventListener('blur', () => later(0));
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('button');
    if (button?.form !== form) return;
    if (button.name === 'do' && button.value === 'preview') {
      // The page made anew shows the other version too.
      if (moved) return;
      event.preventDefault();
      show();
    } else if (button.name === 'insert') {
      event.preventDefault();
      insert(button);
    }
  });
  form.addEventListener('submit', () => {
    form.dataset.sent = '1';
    clearTimeout(waiting);
  });
  // Back by the browser's own button: it may be typed into again.
  addEventListener('pageshow', () => {
    delete form.dataset.sent;
  });
}

function showFound(place, { found, places }) {
  if (!place) return;
  const heard = JSON.stringify([found, places]);
  if (place.dataset.heard === heard) return;
  place.dataset.heard = heard;
  if (!found) return place.replaceChildren();
  const box = document.createElement('div');
  box.className = 'govuk-inset-text govuk-!-margin-top-0';
  const lead = document.createElement('p');
  lead.className = 'govuk-body-s govuk-!-margin-bottom-1';
  lead.textContent = found;
  const list = document.createElement('ul');
  list.className = 'govuk-list govuk-list--bullet govuk-body-s govuk-!-margin-bottom-0';
  for (const one of places) {
    const item = document.createElement('li');
    item.textContent = one;
    list.append(item);
  }
  box.append(lead, list);
  place.replaceChildren(box);
}
