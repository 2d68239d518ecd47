import ar from '../../widget/account/inbox/texts/ar.ts';
import de from '../../widget/account/inbox/texts/de.ts';
import en from '../../widget/account/inbox/texts/en.ts';
import ru from '../../widget/account/inbox/texts/ru.ts';
import { compareLocales } from '../helpers/localeTests.ts';

compareLocales('one’s own login', en, { en, de, ru, ar });
