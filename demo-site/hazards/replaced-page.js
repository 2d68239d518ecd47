// Three ways in which routers throw a page away.

const draw = (how) => {
  const body = document.createElement('body');
  const main = document.createElement('main');
  main.className = 'narrow stack';
  const title = document.createElement('h1');
  title.textContent = `Replaced: ${how}`;
  const again = document.querySelector('main').cloneNode(true);
  again.querySelector('h1').remove();
  main.append(title, ...again.childNodes);
  body.append(main);
  return body;
};
const ways = {
  body: () => document.body.replaceWith(draw('the body')),
  all: () => document.documentElement.replaceChildren(document.head, draw('all')),
  transition() {
    const change = () => document.body.replaceWith(draw('with a transition'));
    if (document.startViewTransition) document.startViewTransition(change);
    else change();
  },
};
document.addEventListener('click', (event) => {
  if (event.target instanceof Element) ways[event.target.id]?.();
});
