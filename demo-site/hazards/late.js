// As tag managers bring it: long after the page has loaded.

document.getElementById('insert').addEventListener('click', () => {
  const script = document.createElement('script');
  script.src = '/foyer.js';
  script.dataset.site = 'demo';
  document.head.append(script);
});
document.getElementById('remove').addEventListener('click', () => {
  window.Foyer?.('destroy');
});
