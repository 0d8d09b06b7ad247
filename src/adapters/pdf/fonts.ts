import { fileURLToPath } from 'node:url';

export type Face = 'regular' | 'bold' | 'italic' | 'bold-italic' | 'mono';

/** DejaVu may be embedded and passed on freely, and has Latin, Greek, Cyrillic, Hebrew, Arabic, arrows and check boxes. */
const FILES: Record<Face, string> = {
  regular: 'DejaVuSansCondensed.ttf',
  bold: 'DejaVuSansCondensed-Bold.ttf',
  italic: 'DejaVuSansCondensed-Oblique.ttf',
  'bold-italic': 'DejaVuSansCondensed-BoldOblique.ttf',
  mono: 'DejaVuSansMono.ttf',
};

const FOLDER = new URL('../../../node_modules/dejavu-fonts-ttf/ttf/', import.meta.url);

export const fontFile = (face: Face): string => fileURLToPath(new URL(FILES[face], FOLDER));

export const FACES = Object.keys(FILES) as Face[];

export function faceOf({ bold, italic, code }: { bold?: boolean; italic?: boolean; code?: boolean }): Face {
  if (code) return 'mono';
  if (bold) return italic ? 'bold-italic' : 'bold';
  return italic ? 'italic' : 'regular';
}
