import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { type ModuleItem, parseSync } from '@swc/core';

/**
 * One import of one file. Read with swc because the check depends on `import type`, which dependency-cruiser only
 * tells apart with the compiler API that TypeScript 7 no longer has.
 */
export interface SourceImport {
  /** Importing file from the project's root, e.g. `src/domain/result.ts`. */
  from: string;
  /** Imported source file, or the package as written. */
  to: string;
  isPackage: boolean;
  /** Gone at run time. */
  typeOnly: boolean;
}

/** Source files under a folder, without generated ones and declarations. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => /\.c?ts$/.test(file) && !file.endsWith('.d.ts') && !file.includes('/generated/'))
    .sort();
}

export function importsOf(file: string): SourceImport[] {
  const text = readFileSync(file, 'utf8');
  const program = parseSync(text, { syntax: 'typescript', target: 'es2022' });
  const written = program.body.flatMap(importsIn);
  const lazy = [...text.matchAll(/(typeof )?\bimport\(\s*'([^']+)'/g)].map((match) => ({
    source: match[2] as string,
    typeOnly: match[1] !== undefined,
  }));
  return [...written, ...lazy].map(({ source, typeOnly }) => ({
    from: file,
    to: source.startsWith('.') ? resolved(file, source) : source,
    isPackage: !source.startsWith('.'),
    typeOnly,
  }));
}

function importsIn(item: ModuleItem): { source: string; typeOnly: boolean }[] {
  switch (item.type) {
    case 'ImportDeclaration': {
      const named = item.specifiers.length > 0;
      const typesOnly = item.specifiers.every((one) => one.type === 'ImportSpecifier' && one.isTypeOnly);
      return [{ source: item.source.value, typeOnly: item.typeOnly || (named && typesOnly) }];
    }
    case 'ExportAllDeclaration':
      return [{ source: item.source.value, typeOnly: false }];
    case 'ExportNamedDeclaration':
      return item.source ? [{ source: item.source.value, typeOnly: item.typeOnly }] : [];
    default:
      return [];
  }
}

function resolved(file: string, source: string): string {
  return normalize(join(dirname(file), source)).replace(/\.(c?)js$/, '.$1ts');
}

/** The package's name of an import: `@temporalio/client` of `@temporalio/client/lib/connection.js`. */
export function packageOf(source: string): string {
  const parts = source.split('/');
  return source.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string);
}
