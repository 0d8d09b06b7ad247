/**
 * Mail services where anybody gets a personal address. Kept by hand: add a service when a registration
 * with one was approved by mistake. Subdomains count as the service; country variants of a brand are
 * matched by its name, so that `yahoo.co.uk` and `hotmail.com.mx` needn't be listed.
 */
const DOMAINS: ReadonlySet<string> = new Set([
  // Google, Microsoft, Yahoo, AOL, Apple
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'passport.com'],
  ...['windowslive.com', 'yahoo.com', 'ymail.com', 'rocketmail.com', 'myyahoo.com', 'aol.com', 'aim.com'],
  ...['verizon.net', 'netscape.net', 'icloud.com', 'me.com', 'mac.com'],
  // Private and paid mailboxes
  ...['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me', 'tutanota.com', 'tutanota.de', 'tuta.com'],
  ...['tuta.io', 'tutamail.com', 'keemail.me', 'fastmail.com', 'fastmail.fm', 'hey.com', 'hushmail.com'],
  ...['startmail.com', 'mailfence.com', 'posteo.de', 'posteo.net', 'mailbox.org', 'runbox.com', 'skiff.com'],
  ...['riseup.net', 'disroot.org', 'duck.com', 'privaterelay.appleid.com', 'simplelogin.com'],
  // Free mailboxes
  ...['mail.com', 'email.com', 'usa.com', 'myself.com', 'consultant.com', 'post.com', 'lawyer.com'],
  ...['attorney.com', 'engineer.com', 'europe.com', 'gmx.com', 'gmx.us', 'gmx.net', 'gmx.de', 'gmx.at'],
  ...['gmx.ch', 'web.de', 'freenet.de', 't-online.de', 'arcor.de', 'zoho.com', 'zohomail.com', 'inbox.com'],
  ...['lycos.com', 'excite.com', 'juno.com', 'netzero.net', 'netzero.com', 'usa.net', 'rediffmail.com'],
  ...['yandex.com', 'yandex.ru', 'ya.ru', 'mail.ru', 'inbox.ru', 'list.ru', 'bk.ru', 'rambler.ru', 'ukr.net'],
  ...['qq.com', 'foxmail.com', '163.com', '126.com', 'yeah.net', 'sina.com', 'sina.cn', 'sohu.com'],
  ...['naver.com', 'hanmail.net', 'daum.net', 'nate.com', 'seznam.cz', 'wp.pl', 'o2.pl', 'onet.pl'],
  ...[
    'interia.pl',
    'libero.it',
    'virgilio.it',
    'tiscali.it',
    'alice.it',
    'tin.it',
    'laposte.net',
    'orange.fr',
  ],
  ...['free.fr', 'sfr.fr', 'wanadoo.fr', 'neuf.fr', 'terra.com', 'terra.com.br', 'uol.com.br', 'bol.com.br'],
  ...['prodigy.net', 'prodigy.net.mx', 'bigpond.com', 'xtra.co.nz', 'walla.com', 'walla.co.il', 'abv.bg'],
  // Household internet providers
  ...[
    'comcast.net',
    'xfinity.com',
    'att.net',
    'sbcglobal.net',
    'bellsouth.net',
    'pacbell.net',
    'ameritech.net',
  ],
  ...['swbell.net', 'flash.net', 'cox.net', 'charter.net', 'spectrum.net', 'rr.com', 'roadrunner.com'],
  ...['twc.com', 'earthlink.net', 'mindspring.com', 'optonline.net', 'optimum.net', 'suddenlink.net'],
  ...[
    'frontier.com',
    'frontiernet.net',
    'centurylink.net',
    'centurytel.net',
    'q.com',
    'qwest.net',
    'embarqmail.com',
  ],
  ...[
    'windstream.net',
    'wowway.com',
    'rcn.com',
    'mediacombb.net',
    'cableone.net',
    'sonic.net',
    'hawaiiantel.net',
  ],
  ...['peoplepc.com', 'compuserve.com', 'prodigy.com', 'rogers.com', 'shaw.ca', 'sympatico.ca', 'telus.net'],
  ...['videotron.ca', 'btinternet.com', 'btopenworld.com', 'sky.com', 'talktalk.net', 'virginmedia.com'],
  ...['ntlworld.com', 'blueyonder.co.uk', 'guam.net', 'teleguam.net', 'coqui.net'],
  // Thrown away after use
  ...['mailinator.com', 'guerrillamail.com', '10minutemail.com', 'temp-mail.org', 'yopmail.com'],
  ...['sharklasers.com', 'trashmail.com', 'maildrop.cc', 'getnada.com', 'dispostable.com'],
]);

/** Brands with a domain in many countries: the name, then a country's ending and nothing else. */
const BRANDS = /^(yahoo|ymail|hotmail|live|outlook|aol|gmx|yandex|zoho|googlemail|terra)\.(com?\.)?[a-z]{2}$/;

export function isPersonalDomain(domain: string): boolean {
  const name = domain.toLowerCase().replace(/\.$/, '');
  const parts = name.split('.');
  return parts.some((_, index) => {
    const tail = parts.slice(index).join('.');
    return tail.includes('.') && (DOMAINS.has(tail) || BRANDS.test(tail));
  });
}

/** How many services are listed by name. */
export const PERSONAL_DOMAIN_COUNT = DOMAINS.size;
