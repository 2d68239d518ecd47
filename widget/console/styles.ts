import rules from './console.css?inline';
import developers from './developers/developers.css?inline';
import entry from './entry/entry.css?inline';
import fields from './fields.css?inline';
import stage from './preview/stage.css?inline';
import sections from './sections/sections.css?inline';

/* Adopted rather than linked: the module comes on demand, and so do its rules. Staff's pages allow nothing inline. */
const sheet = new CSSStyleSheet();
sheet.replaceSync([rules, fields, sections, developers, stage, entry].join('\n'));
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
