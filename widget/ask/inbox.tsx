import type { StaffFeature } from '../core/staff/feature.ts';
import { AskActions } from './inbox/AskActions.tsx';
import { FittingAnswers } from './inbox/FittingAnswers.tsx';

export const askForStaff: StaffFeature = {
  kind: 'ask',
  names: { en: 'Questions', de: 'Fragen', ru: 'Вопросы', ar: 'الأسئلة' },
  Actions: AskActions,
  // Whatever was answered can become public.
  actsOnAll: true,
  Answers: FittingAnswers,
};
