import ar from '../../widget/comments/inbox/texts/ar.ts';
import de from '../../widget/comments/inbox/texts/de.ts';
import en from '../../widget/comments/inbox/texts/en.ts';
import ru from '../../widget/comments/inbox/texts/ru.ts';
import { compareLocales } from '../helpers/localeTests.ts';

compareLocales('staff’s words about comments', en, { en, de, ru, ar });
