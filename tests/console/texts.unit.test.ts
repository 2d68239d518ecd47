import { compareLocales, type Locale } from '../helpers/localeTests.ts';
import developersArabic from '../../widget/console/developers/texts/ar.ts';
import developersGerman from '../../widget/console/developers/texts/de.ts';
import developersEnglish from '../../widget/console/developers/texts/en.ts';
import developersRussian from '../../widget/console/developers/texts/ru.ts';
import consoleArabic from '../../widget/console/texts/ar.ts';
import consoleGerman from '../../widget/console/texts/de.ts';
import consoleEnglish from '../../widget/console/texts/en.ts';
import consoleRussian from '../../widget/console/texts/ru.ts';
import arabic from '../../widget/core/staff/texts/ar.ts';
import german from '../../widget/core/staff/texts/de.ts';
import english from '../../widget/core/staff/texts/en.ts';
import russian from '../../widget/core/staff/texts/ru.ts';

const all = (locales: Record<string, object>): Record<string, Locale> => locales as Record<string, Locale>;

compareLocales(
  'the console’s texts',
  consoleEnglish,
  all({ en: consoleEnglish, de: consoleGerman, ru: consoleRussian, ar: consoleArabic }),
);
compareLocales(
  'the texts for developers',
  developersEnglish,
  all({ en: developersEnglish, de: developersGerman, ru: developersRussian, ar: developersArabic }),
);
compareLocales('the inbox’s texts', english, all({ en: english, de: german, ru: russian, ar: arabic }));
