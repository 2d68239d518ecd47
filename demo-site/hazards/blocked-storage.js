// Storage that throws as soon as it is looked at.

for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
  Object.defineProperty(window, name, {
    configurable: true,
    get() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
}
Object.defineProperty(document, 'cookie', {
  configurable: true,
  get() {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
  set() {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
});
