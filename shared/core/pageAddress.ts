/** Parameters that say which page it is, and nothing of who looks at it. */
export const harmlessParameters = [
  'page',
  'tab',
  'section',
  'sort',
  'lang',
  'locale',
  'category',
  'product',
  'sku',
  'variant',
  'size',
  'color',
  'utm_source',
  'utm_medium',
  'utm_campaign',
];

/**
 * The address of a page without its fragment, and with those parameters alone that are named: others may hold an order's
 * number, an email or a token. Without a change it stays letter by letter; an address that cannot be read loses its query.
 */
export const keepParameters = (address: string, names: readonly string[]): string => {
  const [bare = '', ...rest] = address.replace(/#.*/s, '').split('?');
  if (!rest.length) return bare;
  const parameters = rest
    .join('?')
    .split('&')
    .filter((pair) => {
      try {
        return names.includes(decodeURIComponent(pair.replace(/=.*/s, '').replaceAll('+', ' ')));
      } catch {
        return false;
      }
    });
  return parameters.length ? `${bare}?${parameters.join('&')}` : bare;
};
