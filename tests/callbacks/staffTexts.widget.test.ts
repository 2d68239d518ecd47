import ar from '../../widget/callbacks/inbox/texts/ar.ts';
import de from '../../widget/callbacks/inbox/texts/de.ts';
import en from '../../widget/callbacks/inbox/texts/en.ts';
import ru from '../../widget/callbacks/inbox/texts/ru.ts';
import { compareLocales } from '../helpers/localeTests.ts';

compareLocales('calls, for staff', en, { en, de, ru, ar });
