import type { IntroductionField } from '../../domain/mentors/introduction-texts.js';
import { processWords } from '../process-words.js';

export const introductionText = processWords<IntroductionField>({
  table: 'introduction_text',
  owner: 'introduction_id',
});
