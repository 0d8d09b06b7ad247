// Keeps parts of a page up to date: each `data-live` with an id is taken anew from the page itself, as often as
// `data-live-every` says in seconds. Without JavaScript there is a link.

export function initLive() {
  const seconds = Number(document.querySelector('[data-live-every]')?.dataset.liveEvery);
  if (seconds > 0) setTimeout(refresh, seconds * 1_000, seconds);
}

async function refresh(seconds) {
  const goesOn = document.hidden || (await takeAnew().catch(() => true));
  if (goesOn) setTimeout(refresh, seconds * 1_000, seconds);
}

/** Whether there is anything more to wait for. */
async function takeAnew() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' });
  // Signed out, or gone: what stands there stays, with its time.
  if (!answer.ok || answer.redirected) return true;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live][id]')) {
    const now = fresh.getElementById(part.id);
    // Whoever is on a button of it keeps their place.
    if (!now || part.contains(document.activeElement) || part.innerHTML === now.innerHTML) continue;
    part.innerHTML = now.innerHTML;
  }
  // The call is long over: a page left open must not keep its reader signed in for ever.
  return fresh.querySelector('[data-live-every]') !== null;
}
