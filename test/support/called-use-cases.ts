import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { sourceFiles } from './source-imports.js';

const IMPORTS = /^import \{([^}]*)\} from '([^']*\/usecases\/[^']*)\.js';/gm;

/** Use cases that files of the web side import to call, as `file#name`, each once. */
export function calledByWeb(): string[] {
  const found = sourceFiles('src')
    .filter((file) => file.startsWith('src/api/'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(IMPORTS)].flatMap(([, names = '', source = '']) => {
        const from = `${normalize(join(dirname(file), source))}.ts`;
        const called = names.split(',').map((name) => name.trim().split(' as ')[0] ?? '');
        return called.filter((name) => name && !name.startsWith('type ')).map((name) => `${from}#${name}`);
      }),
    );
  return [...new Set(found)].sort();
}

/** What stands between the parentheses of its declaration; null: a constant or a type. */
export function parametersOf(place: string): string | null {
  const [file = '', name] = place.split('#');
  const text = readFileSync(file, 'utf8');
  const declared = [
    `export (?:async )?function ${name}\\b[^(]*\\(([\\s\\S]*?)\\)(?=: | \\{)`,
    `export const ${name}\\b(?:: [^=\\n]*)? =\\s*(?:async )?(?:<[^=(]*>)?\\(([\\s\\S]*?)\\)(?=: [^\\n]* =>| =>)`,
  ];
  for (const one of declared) {
    const found = new RegExp(one).exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}
