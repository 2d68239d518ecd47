import rules from './rules.css?inline';

/* Adopted rather than linked: the module comes on demand, and so do its rules. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
