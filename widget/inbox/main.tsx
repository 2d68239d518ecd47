import { render } from 'preact';
import { directionOf } from '../../shared/core/languages.ts';
import { loadLanguage } from '../core/staff/i18n.ts';
import { StaffPage } from './StaffPage.tsx';
import './inbox.css';

/* The entry of the staff's page. */

const asked = new URLSearchParams(location.search).get('lang');
const language = await loadLanguage([...(asked ? [asked] : []), ...navigator.languages]);
document.documentElement.lang = language.tag;
document.documentElement.dir = directionOf(language.tag);
render(<StaffPage language={language} />, document.getElementById('inbox')!);
