/** Edge of the icon, pixels. */
const size = 64;
const maxShown = 99;

/** Puts how many wait on the tab's icon; an empty icon for none. */
export const showCount = (count: number, accent = '#2f5d50'): void => {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link) return;
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context || count === 0) {
    link.href = 'data:,';
    return;
  }
  context.fillStyle = accent;
  context.beginPath();
  context.arc(size / 2, size / 2, size / 2, 0, 2 * Math.PI);
  context.fill();
  const text = count > maxShown ? `${maxShown}+` : String(count);
  context.fillStyle = '#fff';
  context.font = `bold ${text.length > 2 ? 28 : 40}px sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, size / 2, size / 2 + 3);
  link.href = canvas.toDataURL('image/png');
};
