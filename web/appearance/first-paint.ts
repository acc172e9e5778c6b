// Imported before anything else of the screens, so that the first paint has the right palette.

import { startAppearance } from './appearance.ts';

startAppearance();
