// Locks what everybody shares, as hardened pages do.

for (const shared of [
  Object,
  Array,
  Function,
  Promise,
  String,
  Number,
  RegExp,
  Map,
  Set,
  WeakMap,
  Error,
  Symbol,
  Date,
]) {
  Object.freeze(shared.prototype);
  Object.freeze(shared);
}
Object.freeze(JSON);
Object.freeze(Math);
Object.freeze(Reflect);
