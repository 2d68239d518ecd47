import { onMounted, onUnmounted, watch } from 'vue';

const address = 'https://help.example.com';

/** Put it once near the root: `<Help site="shop" :identity="user && { token: user.foyerToken }" />`. */
export const Help = {
  props: { site: { type: String, required: true }, identity: { type: Object, default: null } },
  setup(props) {
    let script;
    const leave = () => window.Foyer?.('destroy');
    onMounted(() => {
      window.Foyer ??= Object.assign((...command) => window.Foyer.q.push(command), { q: [] });
      script = document.createElement('script');
      script.src = `${address}/foyer.js`;
      script.dataset.site = props.site;
      document.head.append(script);
    });
    onMounted(() =>
      watch(
        () => props.identity,
        (now, before) => {
          if (now) window.Foyer?.('identify', { ...now });
          else if (before) window.Foyer?.('logout');
        },
        { immediate: true },
      ),
    );
    onUnmounted(() => {
      script.remove();
      if (window.Foyer?.sites) leave();
      else script.addEventListener('load', leave);
    });
    return () => null;
  },
};
