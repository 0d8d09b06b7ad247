import type { ConductField } from '../../domain/conduct/conduct-texts.js';
import { processWords } from '../process-words.js';

export const conductText = processWords<ConductField>({ table: 'conduct_text', owner: 'review_id' });
