import { useLayoutEffect, useRef } from 'preact/hooks';

/** A picture drawn from its pixels: the policy of the page, which may forbid object URLs as images, has no say in it. */
export const Picture = ({ bitmap, name }: { bitmap: ImageBitmap; name: string }) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    // biome-ignore lint/style/noNonNullAssertion: an effect runs after the canvas was drawn
    const element = canvas.current!;
    element.width = bitmap.width;
    element.height = bitmap.height;
    element.getContext('2d')?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  return <canvas ref={canvas} role="img" aria-label={name} aria-hidden={name === '' || undefined} />;
};
