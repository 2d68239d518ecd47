import ar from '../../widget/nps/inbox/texts/ar.ts';
import de from '../../widget/nps/inbox/texts/de.ts';
import en from '../../widget/nps/inbox/texts/en.ts';
import ru from '../../widget/nps/inbox/texts/ru.ts';
import { compareLocales } from '../helpers/localeTests.ts';

compareLocales('staff’s words about surveys', en, { en, de, ru, ar });
