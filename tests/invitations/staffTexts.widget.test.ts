import ar from '../../widget/invitations/inbox/texts/ar.ts';
import de from '../../widget/invitations/inbox/texts/de.ts';
import en from '../../widget/invitations/inbox/texts/en.ts';
import ru from '../../widget/invitations/inbox/texts/ru.ts';
import { compareLocales } from '../helpers/localeTests.ts';

compareLocales('staff’s words about invitations', en, { en, de, ru, ar });
