// A menu that is a `details` element (`data-menu`) opens without this. Here Escape and a click elsewhere close it; on a
// phone, where the navigation is a menu already, it stands open in it.

const NARROW = '(max-width: 40.0525em)';

export function initMenus() {
  const menus = [...document.querySelectorAll('details[data-menu]')];
  const narrow = window.matchMedia(NARROW);
  const fold = () => {
    for (const menu of menus) menu.open = narrow.matches;
  };
  const closeOthers = ({ target }) => {
    if (narrow.matches) return;
    for (const menu of menus) if (!menu.contains(target)) menu.open = false;
  };
  fold();
  narrow.addEventListener('change', fold);
  document.addEventListener('click', closeOthers);
  document.addEventListener('focusin', closeOthers);
  document.addEventListener('keydown', ({ key }) => {
    const menu = menus.find((one) => one.open && one.contains(document.activeElement));
    if (key !== 'Escape' || !menu || narrow.matches) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
}
