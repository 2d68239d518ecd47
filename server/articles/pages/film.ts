import type { Hono } from 'hono';

export const filmScriptPath = '/articles/film.js';

/** Puts a film in the place of its link, once that is pressed; the frame tells its host where it is shown, as players want. */
const script = `for (const link of document.querySelectorAll('a[data-frame]')) {
  const label = link.querySelector('[data-load]');
  label.textContent = label.dataset.load;
  link.setAttribute('role', 'button');
  const load = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const frame = document.createElement('iframe');
    frame.src = link.dataset.frame;
    frame.title = link.querySelector('strong').textContent;
    frame.allow = 'autoplay; fullscreen; picture-in-picture; encrypted-media';
    frame.allowFullscreen = true;
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    link.replaceWith(frame);
    frame.focus();
  };
  link.addEventListener('click', load);
  link.addEventListener('keydown', (event) => {
    if (event.key === ' ') load(event);
  });
}
`;

/** Mounts the script of pages with a film. */
export const mountFilmScript = (app: Hono): void => {
  app.get(filmScriptPath, (hono) =>
    hono.body(script, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
    }),
  );
};
