import { type FoundIdentifier, findIdentifiers } from './identifier-warning.js';

/** The same look at the name of a file, where words are parted by anything but blanks. */
export function identifiersInName(name: string): FoundIdentifier[] {
  const words = name
    .slice(0, 300)
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_+.~]+/g, ' ');
  const asWritten = findIdentifiers(words);
  return asWritten.length > 0 ? asWritten : findIdentifiers(words.replace(/-+/g, ' '));
}
