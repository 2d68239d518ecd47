// A call that waits for the script, as the README says.

window.heardBefore = 0;
const stub = (...command) => {
  stub.q = stub.q || [];
  stub.q.push(command);
};
window.Foyer = stub;
stub('on', 'ready', () => {
  window.heardBefore++;
});
