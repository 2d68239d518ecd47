import rules from './mailboxes.css?inline';

/* Adopted rather than linked: the module comes on demand, and so do its rules. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
