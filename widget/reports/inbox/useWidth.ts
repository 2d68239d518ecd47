import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Widest and narrowest that a chart is drawn, CSS pixels: a pixel of it is one of the screen. */
const [narrowest, widest] = [240, 760];
/** The box's own padding. */
const padding = 32;

/** As wide as what a chart stands in. */
export const useWidth = () => {
  const element = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(widest);
  useLayoutEffect(() => {
    const box = element.current?.parentElement;
    if (!box) return;
    const measure = (): void => setWidth(Math.max(narrowest, Math.min(widest, box.clientWidth - padding)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
};
