import { render } from 'preact';
import { directionOf } from '../../shared/core/languages.ts';
import { ignoreComposition } from '../core/ui/keys.ts';
import { loadLanguage } from '../core/staff/i18n.ts';
import { StaffPage } from './StaffPage.tsx';
import './ui/base.css';
import './ui/forms.css';
import './session/login.css';
import './ui/layout.css';
import './list/rail.css';
import './list/list.css';
import './list/row.css';
import './list/chips.css';
import './thread/conversation.css';
import './thread/messages.css';
import './thread/files.css';
import './thread/replyForm.css';
import './thread/complete/complete.css';
import './thread/side.css';
import './actions/palette/palette.css';
import './actions/toast.css';
import './ui/strip.css';
import './alert/alerts.css';

/* The entry of the staff's page. */

const asked = new URLSearchParams(location.search).get('lang');
const language = await loadLanguage([...(asked ? [asked] : []), ...navigator.languages]);
document.documentElement.lang = language.tag;
document.documentElement.dir = directionOf(language.tag);
// Before anything else listens.
ignoreComposition(document);
// biome-ignore lint/style/noNonNullAssertion: our own page has this element
render(<StaffPage language={language} />, document.getElementById('inbox')!);
