import { describe, expect, it, vi } from 'vitest';
import { tryTwice } from './try-twice.ts';

describe('what a page to print needs', () => {
  it('is asked for once more where it did not come', async () => {
    const ask = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce('code');
    expect(await tryTwice(ask)).toBe('code');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is given up when it does not come again', async () => {
    const ask = vi.fn().mockRejectedValue(new Error('away'));
    await expect(tryTwice(ask)).rejects.toThrow('away');
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
