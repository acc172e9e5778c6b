// What the pictures below and between the marks of a printed map hold.

import type { Page } from 'playwright-core';

/** How many colours the pictures of the maps have, and how much of each the commonest covers. */
export function readPictures(page: Page): Promise<{ colours: number; commonest: number }[]> {
  return page.locator('.paper-map img').evaluateAll((pictures) =>
    pictures.map((picture) => {
      const canvas = document.createElement('canvas');
      const pen = canvas.getContext('2d');
      if (!(picture instanceof HTMLImageElement) || !pen) return { colours: 0, commonest: 1 };
      canvas.width = picture.naturalWidth;
      canvas.height = picture.naturalHeight;
      pen.drawImage(picture, 0, 0);
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
      const points = new Uint32Array(data.buffer);
      const counts = new Map<number, number>();
      let looked = 0;
      // One point of so many is enough, in another column of each row.
      for (let index = 0; index < points.length; index += 101, looked++)
        counts.set(points[index]!, (counts.get(points[index]!) ?? 0) + 1);
      return { colours: counts.size, commonest: Math.max(...counts.values()) / looked };
    }),
  );
}

/** How much of the picture of the labels is as clear as glass, and how much is ink. */
export function readLabels(page: Page): Promise<{ clear: number; ink: number }> {
  return page.locator('[data-testid=paper-map] .paper-scene image').evaluate(async (labels) => {
    const picture = new Image();
    picture.src = labels.getAttribute('href') ?? '';
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.naturalWidth;
    canvas.height = picture.naturalHeight;
    const pen = canvas.getContext('2d')!;
    pen.drawImage(picture, 0, 0);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const alphas = data.filter((_, index) => index % 4 === 3);
    const shareOf = (alpha: number): number =>
      alphas.filter((each) => each === alpha).length / alphas.length;
    return { clear: shareOf(0), ink: shareOf(255) };
  });
}
