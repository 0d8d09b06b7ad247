// What the desk has to say of some fields while they are typed: each `data-told-from` names the address that knows, and
// `data-told-of` the fields it is told. Without JavaScript the next page says it.

const PAUSE_MS = 400;

export function initTold() {
  for (const place of document.querySelectorAll('[data-told-from]')) {
    const form = place.closest('form');
    if (form) tell(place, form);
  }
}

function tell(place, form) {
  let waiting;
  let asked = '';
  const ask = async () => {
    const typed = new FormData(form);
    const names = (place.dataset.toldOf ?? '').split(' ');
    const query = new URLSearchParams(names.map((name) => [name, String(typed.get(name) ?? '')])).toString();
    if (query === asked) return;
    asked = query;
    const said = await fetch(`${place.dataset.toldFrom}?${query}`, { cache: 'no-store' })
      .then((answer) => (answer.ok ? answer.json() : { said: '' }))
      .then((answer) => String(answer.said ?? ''))
      .catch(() => '');
    // Somebody typed on meanwhile.
    if (query !== asked) return;
    const words = document.createElement('p');
    words.className = 'govuk-inset-text';
    words.textContent = said;
    place.replaceChildren(...(said ? [words] : []));
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE_MS);
  };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  soon();
}
