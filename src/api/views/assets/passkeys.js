// Passkeys: asks the browser for what `data-options` says, and sends what it gives in the form beside. Without scripts, or
// where a browser has no passkeys, a code is typed and nothing of this is shown.

export function initPasskeys() {
  if (!window.PublicKeyCredential) return;
  for (const words of document.querySelectorAll('[data-passkey-missing]')) words.hidden = true;
  for (const place of document.querySelectorAll('[data-passkey]')) {
    const form = place.querySelector('form');
    if (!form) continue;
    place.hidden = false;
    let asking = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (asking) return;
      asking = true;
      const answer = await ask(place.dataset.passkey, JSON.parse(place.dataset.options)).catch(() => null);
      asking = false;
      // Broken off by whoever was asked: the page stands as it was.
      if (answer === null) return;
      form.elements.answer.value = JSON.stringify(answer);
      form.submit();
    });
  }
}

async function ask(what, options) {
  const publicKey = { ...options, challenge: bytes(options.challenge) };
  if (what === 'use') {
    publicKey.allowCredentials = withBytes(options.allowCredentials);
    return asJson(await navigator.credentials.get({ publicKey }));
  }
  publicKey.user = { ...options.user, id: bytes(options.user.id) };
  publicKey.excludeCredentials = withBytes(options.excludeCredentials);
  return asJson(await navigator.credentials.create({ publicKey }));
}

function asJson({ id, rawId, type, authenticatorAttachment, response }) {
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
  const given = parts.filter((name) => response[name]).map((name) => [name, text(response[name])]);
  return {
    id,
    rawId: text(rawId),
    type,
    authenticatorAttachment,
    clientExtensionResults: {},
    response: Object.fromEntries(given),
  };
}

const withBytes = (known = []) => known.map((one) => ({ ...one, id: bytes(one.id) }));

function bytes(encoded) {
  const plain = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const plain = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return plain.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
