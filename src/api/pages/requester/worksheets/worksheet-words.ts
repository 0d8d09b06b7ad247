import type { Program } from '../../../../domain/program/program.schema.js';
import type { WorksheetPart, WorksheetVariant } from '../../../../domain/worksheets/worksheet.schema.js';
import {
  needsMeans,
  WORKSHEET_PARTS,
  WORKSHEET_VARIANTS,
} from '../../../../domain/worksheets/worksheet.schema.js';
import type { Texts } from '../../../text/texts.js';

interface Named {
  label: string;
  hint: string;
}

export interface WorksheetSaid {
  title: string;
  lead: string;
  variants: { id: WorksheetVariant; label: string; hint: string }[];
  partsOf(variant: WorksheetVariant): ({ id: WorksheetPart } & Named)[];
}

/** What the program says on its worksheet, else what the reader's language says. */
export function worksheetSaid({ worksheet: own }: Program, { requester }: Texts): WorksheetSaid {
  const t = requester.worksheets;
  const hintOf = (part: WorksheetPart, variant: WorksheetVariant): string => {
    if (part === 'means' && !needsMeans(variant)) return own.meansNotNeeded ?? t.meansNotNeeded;
    const hint = own.parts?.[part]?.hint ?? t.parts[part].hint;
    return part === 'purpose' && variant === 'labor' ? (own.laborPurpose ?? t.laborPurpose) : hint;
  };
  return {
    title: own.title ?? t.title,
    lead: own.lead ?? t.lead,
    variants: WORKSHEET_VARIANTS.map((id) => ({ id, ...t.variants[id], ...own.variants?.[id] })),
    partsOf: (variant) =>
      WORKSHEET_PARTS.map((id) => ({
        id,
        label: own.parts?.[id]?.label ?? t.parts[id].label,
        hint: hintOf(id, variant),
      })),
  };
}
