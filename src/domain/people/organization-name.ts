/** What people type where an organization is asked for; the same words, whatever their writing, are one name. */

const FORMS = wordsOf('inc incorporated llc llp pllc pc apc plc ltd limited corp corporation co');

/** Letter case, accents, punctuation, a leading "the", "&" for "and" and the legal form make no difference. */
export function normalizeOrganization(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    // "P.C." is the same as "PC".
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const bare = words.replace(/^the /, '').split(' ');
  while (bare.length > 1 && FORMS.has(bare.at(-1) ?? '')) bare.pop();
  return bare.join(' ') || words;
}

/** Words that stand in for an answer. */
const UNSAID = new Set(
  `and|n a|tbd|tba|to be determined|to be announced|to come|pending|not sure|does not apply|not provided|prefer not to say|
  see above|same|same as above|ditto|test|0|s p|between jobs|student|volunteer|ninguno|ninguna|no aplica|no tengo|
  sin organizacion`
    .split('|')
    .map((words) => words.trim()),
);
/** "None", and whatever else people say around it: "no law firm", "none at this time", "n/a (n/a)". */
const NONE = wordsOf('none no nil null nothing not na unknown unaffiliated');
const OF_WHAT = wordsOf(
  `n a at this time currently yet applicable affiliated affiliation with any employer organization organizations org
  company firm law office agency or and`,
);

/** Nothing was said: blank, symbols only, or words that stand for that. */
export function isUnsaid(name: string | null | undefined): boolean {
  const said = normalizeOrganization(name ?? '');
  if (said === '' || UNSAID.has(said) || /^x+$/.test(said)) return true;
  return consistsOf(said.replace(/\bn a\b/g, 'na'), NONE, OF_WHAT);
}

const ALONE = wordsOf(
  'self selfemployed solo sole own freelance freelancer independent individual private myself me',
);
const WORK = wordsOf(
  `i am a an as at in of or my just the employed law legal firm office practice practicing practitioner attorney lawyer counsel
  paralegal interpreter translator court certified spanish immigration proprietor proprietorship contractor consultant
  advocate retired person`,
);
const ALONE_IN_SPANISH = /^(trabajo )?(por )?cuenta propia$|^(abogad[oa] )?independiente$/;

/** Somebody who works for nobody: "Solo practitioner", "self-employed", "private practice", "N/A - solo". */
export function isAlone(name: string | null | undefined): boolean {
  const said = normalizeOrganization(name ?? '');
  if (ALONE_IN_SPANISH.test(said) || ['retired', 'unemployed', 'pro se', 'pro per'].includes(said))
    return true;
  return consistsOf(said.replace(/\bn a\b/g, 'na'), ALONE, WORK, NONE);
}

/** Nothing but words of these, and at least one of the first. */
function consistsOf(name: string, first: Set<string>, ...others: Set<string>[]): boolean {
  const words = name.split(' ');
  return (
    words.some((word) => first.has(word)) &&
    words.every((word) => [first, ...others].some((set) => set.has(word)))
  );
}

function wordsOf(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Not the name of any organization: two people who write it do not belong together. */
export function isNoOrganization(name: string | null | undefined): boolean {
  return isUnsaid(name) || isAlone(name);
}

/** Names that many organizations share, each on its own. */
const SHARED = new Set(
  `catholic charities|catholic social services|catholic legal services|catholic community services|lutheran social services|
  lutheran family services|lutheran immigration and refugee service|jewish family service|jewish family services|
  jewish family and childrens services|jewish vocational service|salvation army|ywca|ymca|world relief|
  international rescue committee|irc|church world service|cws|hias|uscri|episcopal migration ministries|covenant house|
  kids in need of defense|kind|goodwill|united way|justice for our neighbors|jfon|boys and girls club|
  big brothers big sisters|volunteers of america|safe horizon|safe harbor|safe haven|safe house|new beginnings|hope house|
  hope center|haven|sanctuary|refuge|casa|rape crisis center|domestic violence shelter|childrens advocacy center|
  family justice center|neighborhood legal services|legal aid foundation|police department|sheriffs office|sheriffs department`
    .split('|')
    .map((name) => name.trim()),
);

/** Words that say what an organization does and not which it is. */
const GENERIC = wordsOf(
  `and for of the in to on a an at law legal aid service services office offices firm group center centre clinic clinics program
  project department division unit bureau agency society association foundation organization nonprofit ngo council coalition
  network institute school college university county city state federal district court courts attorney attorneys lawyer
  lawyers general prosecutor prosecutors public defender defenders pro bono immigration immigrant immigrants refugee refugees
  asylum human rights trafficking anti victim victims survivor survivors witness assistance support family families child
  children childrens youth women womens community communities social welfare health mental hospital medical police sheriff
  sheriffs domestic violence sexual assault crisis shelter advocacy advocate advocates resource resources justice probation
  criminal civil us usa american national regional local main`,
);

/** A name that says too little to be one organization: its domain or its place decides as well. */
export function isCommonName(name: string): boolean {
  const words = normalizeOrganization(name);
  return (
    SHARED.has(words) ||
    SHARED.has(words.replace(/ (usa|us|of america)$/, '')) ||
    words.split(' ').every((word) => GENERIC.has(word))
  );
}
