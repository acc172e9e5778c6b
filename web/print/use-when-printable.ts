import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';

/** Whether letters and pictures of the page are there; tells it once, the first time, if asked to. */
export function useWhenPrintable(
  page: RefObject<HTMLElement | null>,
  isDrawn: boolean,
  onPrintable?: () => void,
): boolean {
  const [isReady, setIsReady] = useState(false);
  const hasTold = useRef(false);
  const tell = useEffectEvent(() => {
    setIsReady(true);
    if (hasTold.current) return;
    hasTold.current = true;
    onPrintable?.();
  });
  useEffect(() => {
    if (!isDrawn) return;
    let isLeft = false;
    const wait = async (): Promise<void> => {
      const pictures = picturesOf(page.current);
      // A picture that cannot be shown holds up no paper: its alternative text is printed.
      await Promise.allSettled([document.fonts.ready, ...pictures.map((img) => img.decode())]);
      if (!isLeft) tell();
    };
    void wait();
    return () => {
      isLeft = true;
    };
  }, [isDrawn, page]);
  return isReady && isDrawn;
}

/** Of those within a drawing, which cannot be waited for themselves, copies that can. */
function picturesOf(page: HTMLElement | null): HTMLImageElement[] {
  const drawn = [...(page?.querySelectorAll('image') ?? [])].map(({ href }) => {
    const copy = new Image();
    copy.src = href.baseVal;
    return copy;
  });
  return [...(page?.querySelectorAll('img') ?? []), ...drawn];
}
