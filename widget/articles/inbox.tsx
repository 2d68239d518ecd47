import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = {
  en: 'Articles',
  de: 'Artikel',
  ru: 'Статьи',
  el: 'Άρθρα',
  sq: 'Artikuj',
  fil: 'Mga artikulo',
  eo: 'Artikoloj',
  ar: 'المقالات',
};

export const articlesForStaff: StaffFeature = {
  kind: 'article',
  names,
  // Whatever was answered can become an article.
  actsOnAll: true,
  Actions: lazy(async () => (await import('./inbox/from/ConversationArticle.tsx')).ConversationArticle),
  OnQuestion: lazy(async () => (await import('./inbox/from/QuestionArticle.tsx')).QuestionArticle),
  page: {
    path: 'articles',
    names,
    icon: 'article',
    Part: lazy(async () => (await import('./inbox/Articles.tsx')).Articles),
  },
};
