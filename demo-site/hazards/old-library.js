// What script libraries of 2007 did to every page: methods on prototypes that everybody's loops see, and JSON of their own.

Array.prototype.each = function (visit) {
  for (let index = 0; index < this.length; index++) visit(this[index], index);
  return this;
};
Array.prototype.without = function (...values) {
  return this.filter((value) => !values.includes(value));
};
Array.prototype.toJSON = function () {
  return `[${this.map((value) => JSON.stringify(value)).join(', ')}]`;
};
String.prototype.toJSON = function () {
  return `"${this}"`;
};
Object.prototype.toJSON = () => 'an object';
Object.prototype.inherits = 'from everything';
Function.prototype.wrap = function (wrapper) {
  return (...given) => wrapper(this, ...given);
};
// Knows one argument, as the library's `$A` did.
Array.from = (list) => Array.prototype.slice.call(list);
window.$ = (id) => document.getElementById(id);
window.$A = Array.from;
