import ar from '../../../widget/mail/inbox/texts/ar.ts';
import de from '../../../widget/mail/inbox/texts/de.ts';
import en from '../../../widget/mail/inbox/texts/en.ts';
import ru from '../../../widget/mail/inbox/texts/ru.ts';
import { compareLocales } from '../../helpers/localeTests.ts';

compareLocales('staff’s words about emails', en, { en, de, ru, ar });
