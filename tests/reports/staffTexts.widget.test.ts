import ar from '../../widget/reports/inbox/texts/ar.ts';
import de from '../../widget/reports/inbox/texts/de.ts';
import en from '../../widget/reports/inbox/texts/en.ts';
import ru from '../../widget/reports/inbox/texts/ru.ts';
import { compareLocales } from '../helpers/localeTests.ts';

compareLocales('texts of the reports', en, { en, de, ru, ar });
