import { useEffect, useRef } from 'react';

const address = 'https://help.example.com';
let mounted = 0;

/** Put it once near the root: `<Help site="shop" identity={user && { token: user.foyerToken }} />`. */
export function Help({ site, identity }) {
  useEffect(() => {
    mounted++;
    window.Foyer ??= Object.assign((...command) => window.Foyer.q.push(command), { q: [] });
    const script = document.createElement('script');
    script.src = `${address}/foyer.js`;
    script.dataset.site = site;
    document.head.append(script);
    return () => {
      mounted--;
      script.remove();
      // Strict mode mounts twice: only leave if it hasn’t been mounted again by the time the script has loaded.
      const leave = () => mounted || window.Foyer?.('destroy');
      if (window.Foyer?.sites) leave();
      else script.addEventListener('load', leave);
    };
  }, [site]);

  const said = JSON.stringify(identity ?? null);
  const wasSomebody = useRef(false);
  useEffect(() => {
    if (said !== 'null') window.Foyer?.('identify', JSON.parse(said));
    else if (wasSomebody.current) window.Foyer?.('logout');
    wasSomebody.current = said !== 'null';
  }, [said]);

  return null;
}
