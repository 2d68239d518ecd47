import { callLocales } from '../../server/callbacks/texts.ts';
import { compareLocales, type Locale } from '../helpers/localeTests.ts';

compareLocales('calls on pages and in mails', callLocales.en, callLocales as Record<string, Locale>);
