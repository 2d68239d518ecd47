import { commentMailLocales } from '../../server/comments/mailTexts.ts';
import { commentLocales } from '../../server/comments/texts.ts';
import { compareLocales, type Locale } from '../helpers/localeTests.ts';

compareLocales('comments', commentLocales.en, commentLocales as Record<string, Locale>);
compareLocales(
  'mails about comments',
  commentMailLocales.en,
  commentMailLocales as unknown as Record<string, Locale>,
);
