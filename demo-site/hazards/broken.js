// What a bad polyfill leaves behind: a built-in that is gone, and another that throws once the widget is open.

Event.prototype.stopPropagation = undefined;
window.addEventListener('foyer:open', () => {
  setTimeout(() => {
    Array.prototype.filter = () => {
      throw new Error('filter is broken on this page');
    };
  }, 2000);
});
