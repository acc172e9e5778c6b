import { createTheme } from '@mantine/core';

/**
 * Component defaults only. Colours, type and spacing are CSS variables in theme.css: a static
 * file, so that Mantine injects no <style> and the Content-Security-Policy needs no nonce.
 */
export const theme = createTheme({
  fontFamily: 'var(--fp-font)',
  primaryColor: 'dark',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
