const added = new WeakMap<ShadowRoot, Set<string>>();

/**
 * Adds rules to a shadow root, once. Constructable style sheets need no permission from a content security policy;
 * where they are missing, a style element carries the script's nonce.
 */
export const addStyles = (root: ShadowRoot, rules: string, nonce: string): void => {
  const known = added.get(root) ?? new Set();
  added.set(root, known);
  if (known.has(rules)) return;
  known.add(rules);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = rules;
    root.append(style);
  }
};
