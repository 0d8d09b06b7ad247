// Enhances pages that work without it. Served as a module, so it runs after the page is there.

import { initEditor } from '/assets/editor.js';
import { initAll as initGovuk } from '/assets/govuk-frontend.js';
import { initKeys } from '/assets/keys.js';
import { initLive } from '/assets/live.js';
import { initMenus } from '/assets/menus.js';
import { initAll as initMoj } from '/assets/moj-frontend.js';
import { initNames } from '/assets/names.js';
import { initPasskeys } from '/assets/passkeys.js';
import { initTold } from '/assets/told.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initGovuk();
initMoj();
initLive();
initKeys();
initMenus();
initTold();
initPasskeys();
initNames();
initEditor();

// What was done is said once: not again after a reload, or at an address that was kept.
const here = new URL(window.location.href);
if (here.searchParams.has('done')) {
  here.searchParams.delete('done');
  window.history.replaceState(window.history.state, '', here);
}
