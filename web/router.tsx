import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { CrewScreen } from './crew/crew-screen.tsx';
import { DispatchScreen } from './dispatch/dispatch-screen.tsx';
import { parseQuery, readDispatchSearch, writeDispatchSearch } from './dispatch/dispatch-search.ts';
import { PrintScreen } from './print/print-screen.tsx';

const rootRoute = createRootRoute();

const dispatchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: readDispatchSearch,
  component: DispatchScreen,
});

const printRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/print',
  validateSearch: readDispatchSearch,
  component: PrintScreen,
});

const crewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/crew',
  validateSearch: readDispatchSearch,
  component: CrewScreen,
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([dispatchRoute, printRoute, crewRoute]),
  parseSearch: parseQuery,
  // The router also writes back what it has only parsed, as text.
  stringifySearch: (search) => writeDispatchSearch(readDispatchSearch(search)),
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
