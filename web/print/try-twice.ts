const pauseMs = 1_000;

/** Once more, a little later, where it failed. */
export async function tryTwice<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    console.warn('map:', error);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return await ask();
  }
}
