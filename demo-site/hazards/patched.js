// What monitoring, zones and polyfills wrap: everything asynchronous, and everything that is sent.

const nativeFetch = window.fetch;
window.fetch = function (...given) {
  window.monitored = (window.monitored ?? 0) + 1;
  return new Promise((resolve, reject) => nativeFetch.apply(this, given).then(resolve, reject));
};

const NativePromise = window.Promise;
window.Promise = class extends NativePromise {};

const { stringify, parse } = JSON;
JSON.stringify = (value, ...rest) => stringify.call(JSON, value, ...rest);
JSON.parse = (text, ...rest) => {
  const value = parse.call(JSON, text, ...rest);
  // "Security" that some proxies add: no prototype on what was parsed.
  return value && typeof value === 'object' && !Array.isArray(value)
    ? Object.assign(Object.create(null), value)
    : value;
};

const { addEventListener } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  if (typeof listener !== 'function') return addEventListener.call(this, type, listener, options);
  const own = listener;
  return addEventListener.call(this, type, own, options);
};

const nativeTimeout = window.setTimeout;
window.setTimeout = (callback, delay, ...rest) =>
  nativeTimeout(() => (typeof callback === 'function' ? callback(...rest) : undefined), delay);
