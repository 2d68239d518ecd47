import rules from './console.css?inline';

/* Adopted rather than linked: the module comes on demand, and so do its rules. Staff's pages allow nothing inline. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
