import ar from '../../widget/ideas/inbox/texts/ar.ts';
import de from '../../widget/ideas/inbox/texts/de.ts';
import en from '../../widget/ideas/inbox/texts/en.ts';
import ru from '../../widget/ideas/inbox/texts/ru.ts';
import { compareLocales } from '../helpers/localeTests.ts';

compareLocales('texts of ideas', en, { en, de, ru, ar });
