import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';
import { AskActions } from './inbox/AskActions.tsx';
import { FittingAnswers } from './inbox/FittingAnswers.tsx';

export const askForStaff: StaffFeature = {
  kind: 'ask',
  names: {
    en: 'Questions',
    de: 'Fragen',
    ru: 'Вопросы',
    el: 'Ερωτήσεις',
    sq: 'Pyetje',
    fil: 'Mga tanong',
    eo: 'Demandoj',
    ar: 'الأسئلة',
  },
  Actions: AskActions,
  // Whatever was answered can become public.
  actsOnAll: true,
  Answers: FittingAnswers,
  page: {
    path: 'answers',
    names: {
      en: 'Answers',
      de: 'Antworten',
      ru: 'Ответы',
      el: 'Απαντήσεις',
      sq: 'Përgjigje',
      fil: 'Mga sagot',
      eo: 'Respondoj',
      ar: 'الإجابات',
    },
    icon: 'answers',
    least: 'moderator',
    Part: lazy(async () => (await import('./inbox/AnswerQueue.tsx')).AnswerQueue),
    Count: lazy(async () => (await import('./inbox/AnswerCount.tsx')).AnswerCount),
  },
};
