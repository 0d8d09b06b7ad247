import { fileURLToPath } from 'node:url';

/** Folder that holds package.json, prisma/ and program/, the same from src/ (tests) and from dist/. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));
