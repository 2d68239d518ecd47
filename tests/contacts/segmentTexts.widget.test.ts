import ar from '../../widget/contacts/inbox/segments/texts/ar.ts';
import de from '../../widget/contacts/inbox/segments/texts/de.ts';
import en from '../../widget/contacts/inbox/segments/texts/en.ts';
import ru from '../../widget/contacts/inbox/segments/texts/ru.ts';
import { compareLocales } from '../helpers/localeTests.ts';

compareLocales('texts of segments', en, { en, de, ru, ar });
