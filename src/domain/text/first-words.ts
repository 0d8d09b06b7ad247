/** How a text begins, on one line: as many whole words as a line of a list has room for. */
export function firstWords(text: string, most = 90): string {
  // More is not looked at: texts are long, and lists have many.
  const line = text
    .slice(0, 4 * most)
    .trim()
    .split(/\s+/)
    .join(' ');
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : line.slice(0, most)).replace(/[,;:.(–-]$/, '')} …`;
}
