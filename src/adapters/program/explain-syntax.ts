import type { YAMLError } from 'yaml';

/** YAML's own complaints in words for someone who doesn't know YAML; `snippet` is the text at the place. */
export function explainSyntax(error: YAMLError, snippet: string): string {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return `"${snippet}" stands here a second time: keep one of the two`;
    case 'TAB_AS_INDENT':
      return 'the line is indented with a tab: use spaces';
    case 'BAD_INDENT':
      return 'the line is not indented like its neighbors: line it up with the entry it belongs to';
    case 'MULTIPLE_DOCS':
      return 'the file holds a second document: remove the line "---" and what follows, or merge the two';
    case 'UNEXPECTED_TOKEN':
    case 'MISSING_CHAR':
      return `a bracket, brace, quote, comma or colon is missing at or before this place (${error.message})`;
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a setting needs the form "name: value", and a text that holds a colon needs quotes';
    case 'TAG_RESOLVE_FAILED':
      return 'a value begins with "!": put it in quotes';
    default:
      return `can't be read as YAML: ${error.message}`;
  }
}
