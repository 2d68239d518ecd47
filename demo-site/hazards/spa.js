// A small single-page application of the careless kind: every view replaces all children of document.body,
// and with them whatever other scripts had put there.

const views = new Map();
for (const template of document.querySelectorAll('template[data-view]')) {
  views.set(template.dataset.view, { title: template.dataset.title, content: template.content });
}

function currentView() {
  const name = new URLSearchParams(location.search).get('view');
  return views.has(name) ? name : 'bikes';
}

function link(name, view, current) {
  const anchor = document.createElement('a');
  anchor.href = `?view=${name}`;
  anchor.textContent = view.title;
  if (name === current) anchor.setAttribute('aria-current', 'page');
  const item = document.createElement('li');
  item.append(anchor);
  return item;
}

function draw(moveFocus) {
  const current = currentView();
  const view = views.get(current);

  const list = document.createElement('ul');
  for (const [name, each] of views) list.append(link(name, each, current));
  const nav = document.createElement('nav');
  nav.className = 'nav';
  nav.setAttribute('aria-label', 'Shop');
  nav.append(list);
  const row = document.createElement('div');
  row.className = 'wrap';
  row.append(nav);
  const header = document.createElement('header');
  header.className = 'top';
  header.append(row);

  const back = document.createElement('p');
  const hazards = document.createElement('a');
  hazards.href = 'index.html';
  hazards.textContent = 'All hazards';
  back.append(hazards);
  const main = document.createElement('main');
  main.className = 'narrow stack';
  main.append(view.content.cloneNode(true), back);

  document.title = `${view.title} · One-page shop`;
  document.body.replaceChildren(header, main);
  if (moveFocus) main.querySelector('h1').focus();
}

document.addEventListener('click', (event) => {
  const anchor = event.target instanceof Element ? event.target.closest('a[href^="?view="]') : null;
  if (!anchor || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, '', anchor.href);
  draw(true);
});

window.addEventListener('popstate', () => draw(true));
draw(false);
