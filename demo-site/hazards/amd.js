// A module loader that takes every script for a module, and is strict about it.

window.define = (...given) => {
  if (typeof given[0] !== 'string') throw new Error('Mismatched anonymous define() module');
};
window.define.amd = {};
window.require = () => {
  throw new Error('Module name has not been loaded yet');
};
window.module = { exports: {} };
window.exports = window.module.exports;
