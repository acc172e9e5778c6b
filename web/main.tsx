import './appearance/first-paint.ts';
import './theme.css';
import 'maplibre-gl/dist/maplibre-gl.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type JSX, type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { ApiError } from './api.ts';
import { useAppearance } from './appearance/use-appearance.ts';
import { storedLanguage } from './i18n/language.ts';
import { createTexts } from './i18n/words.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

const texts = createTexts(storedLanguage());
const showLanguage = () => {
  document.documentElement.lang = texts.language;
  document.title = texts.t('app.title');
};
texts.on('languageChanged', showLanguage);
showLanguage();

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The browser's idea of being online says nothing about a server on this machine.
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retryDelay: 500,
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ApiError && error.status !== null && error.status < 500),
    },
  },
});

function Themed({ children }: { children: ReactNode }): JSX.Element {
  const { palette } = useAppearance();
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={palette === 'night' ? 'dark' : 'light'}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Themed>
      <I18nextProvider i18n={texts}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nextProvider>
    </Themed>
  </StrictMode>,
);
