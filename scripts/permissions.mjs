// Writes docs/permissions.md from the permission table: node scripts/permissions.mjs
import { writeFileSync } from 'node:fs';
import { ensureBuilt } from './ensure-built.mjs';
import { at } from './lib.mjs';

await ensureBuilt();
const { permissionsDocument } = await import('../dist/api/openapi/permissions-document.js');
writeFileSync(at('docs/permissions.md'), permissionsDocument());
