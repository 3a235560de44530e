import { useEffect, useRef } from 'preact/hooks';

/** Stars behind a page: drawn once for a size, the same each time. */
export function StarField() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current!;
    const draw = (): void => {
      const scale = Math.min(2, devicePixelRatio);
      const { clientWidth: width, clientHeight: height } = element;
      element.width = width * scale;
      element.height = height * scale;
      const context = element.getContext('2d');
      if (!context) return;
      context.scale(scale, scale);
      let seed = 20_260_210;
      const random = (): number => {
        seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
        return seed / 2 ** 32;
      };
      for (let i = 0; i < (width * height) / 2600; i++) {
        const depth = random();
        context.globalAlpha = 0.12 + depth * depth * 0.7;
        context.fillStyle = random() < 0.12 ? '#ffd9a8' : '#cfeaff';
        context.beginPath();
        context.arc(random() * width, random() * height, 0.35 + depth * depth * 1.05, 0, 7);
        context.fill();
      }
    };
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <canvas class="star-field" ref={canvas} aria-hidden="true" />;
}
