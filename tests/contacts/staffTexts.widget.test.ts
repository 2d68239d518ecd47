import ar from '../../widget/contacts/inbox/texts/ar.ts';
import de from '../../widget/contacts/inbox/texts/de.ts';
import en from '../../widget/contacts/inbox/texts/en.ts';
import ru from '../../widget/contacts/inbox/texts/ru.ts';
import { compareLocales } from '../helpers/localeTests.ts';

compareLocales('texts of contacts', en, { en, de, ru, ar });
