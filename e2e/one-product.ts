// One product for all journeys in a browser: started before the first, stopped after the last.

import type { TestProject } from 'vitest/node';
import { startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the journeys find the product. */
    productUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<number>> {
  const product = await startProduct();
  project.provide('productUrl', product.url);
  const sayWhy = (): void => console.error(`The product ended by itself:\n${product.printed()}`);
  product.launcher.once('close', sayWhy);
  return () => {
    product.launcher.off('close', sayWhy);
    return product.stop();
  };
}
