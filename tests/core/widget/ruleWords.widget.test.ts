import ar from '../../../shared/core/prompts/words/ar.ts';
import de from '../../../shared/core/prompts/words/de.ts';
import en from '../../../shared/core/prompts/words/en.ts';
import ru from '../../../shared/core/prompts/words/ru.ts';
import { compareLocales } from '../../helpers/localeTests.ts';

compareLocales('words about when something is shown', en, { en, de, ru, ar });
