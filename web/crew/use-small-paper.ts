import { useEffect } from 'react';

/** Prints on A5 as long as the screen is open: the size of a page holds for the whole document. */
export function useSmallPaper(): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@page { size: A5 portrait; margin: 8mm }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, []);
}
