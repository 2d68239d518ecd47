import richRules from '../../core/ui/rich.css?inline';
import articleRules from '../../core/article/article.css?inline';
import rules from './articles.css?inline';
import blockRules from './blocks/blocks.css?inline';
import nextRules from './next/next.css?inline';

/* Adopted rather than linked: the module comes on demand, and so do its rules. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  `@scope (.article-preview) { ${richRules} ${articleRules} } ${rules} ${nextRules} ${blockRules}`,
);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
