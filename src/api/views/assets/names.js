// Offers the people of a select behind an @ in the words that `data-names-from` stands at. Without JavaScript their names are
// typed, or one of them is chosen in the select.

const MOST = 6;

export function initNames() {
  for (const words of document.querySelectorAll('textarea[data-names-from]')) {
    const select = words.form?.elements.namedItem(words.dataset.namesFrom);
    if (select) offer(words, peopleOf(select));
  }
}

function peopleOf(select) {
  return [...select.options].flatMap(({ value, text }) => {
    const at = text.lastIndexOf('@');
    return value === '' || at === -1 ? [] : [{ name: text.slice(0, at).trim(), handle: text.slice(at + 1) }];
  });
}

function offer(words, people) {
  const list = document.createElement('ul');
  list.className = 'desk-names';
  list.id = `${words.id}-names`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.labels[0]?.textContent.trim() ?? '');
  list.hidden = true;
  words.after(list);
  words.setAttribute('aria-autocomplete', 'list');
  words.setAttribute('aria-controls', list.id);
  let found = [];
  let chosen = 0;

  const asked = () =>
    /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}._-]{0,40})$/u.exec(words.value.slice(0, words.selectionStart));
  const close = () => {
    list.hidden = true;
    words.removeAttribute('aria-activedescendant');
  };
  const draw = () => {
    list.replaceChildren(
      ...found.map(({ name, handle }, index) => {
        const item = document.createElement('li');
        item.id = `${list.id}-${index}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', String(index === chosen));
        item.textContent = `${name} @${handle}`;
        // Before the field loses its focus.
        item.addEventListener('mousedown', (event) => {
          event.preventDefault();
          take(index);
        });
        return item;
      }),
    );
    list.hidden = found.length === 0;
    if (list.hidden) close();
    else words.setAttribute('aria-activedescendant', `${list.id}-${chosen}`);
  };
  const take = (index) => {
    const begun = asked();
    const person = found[index];
    close();
    if (!begun || !person) return;
    const to = words.selectionStart;
    words.setRangeText(`${person.handle} `, to - begun[1].length, to, 'end');
  };

  words.addEventListener('input', () => {
    const begun = asked();
    const typed = begun?.[1].toLowerCase();
    chosen = 0;
    found =
      typed === undefined
        ? []
        : people
            .filter(({ name, handle }) =>
              [handle, ...name.split(' ')].some((part) => part.toLowerCase().startsWith(typed)),
            )
            .slice(0, MOST);
    draw();
  });
  words.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      chosen = (chosen + step + found.length) % found.length;
      draw();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      take(chosen);
    } else if (event.key === 'Escape') {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });
  words.addEventListener('blur', close);
}
