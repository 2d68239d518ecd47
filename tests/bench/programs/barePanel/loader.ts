/* The least that a script tag can be: a button in a shadow root that loads a panel when it is clicked. */
declare const BARE_PANEL: string;

const element = document.createElement('foyer-root');
const root = element.attachShadow({ mode: 'open' });
const style = document.createElement('style');
style.textContent =
  'button{position:fixed;bottom:20px;right:20px}.panel{position:fixed;bottom:80px;right:20px;background:#fff}';
const button = document.createElement('button');
button.textContent = 'Ask';
button.addEventListener('click', async () => {
  const panel = (await import(/* @vite-ignore */ BARE_PANEL)) as { open(root: ShadowRoot): void };
  panel.open(root);
});
root.append(style, button);
document.documentElement.append(element);
