// Takes every key and click for itself, before anybody else and whatever it was meant for.

for (const type of ['keydown', 'keypress', 'keyup', 'click', 'dblclick', 'focusin', 'focusout']) {
  window.addEventListener(
    type,
    (event) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLAnchorElement) return;
      event.stopPropagation();
      event.preventDefault();
    },
    true,
  );
}
