import { callbackLocales } from '../../server/callbacks/texts.ts';
import { compareLocales, type Locale } from '../helpers/localeTests.ts';

compareLocales('calls on pages and in mails', callbackLocales.en, callbackLocales as Record<string, Locale>);
