import { appearanceVi } from '../appearance/vi.ts';
import { dispatchVi } from '../dispatch/vi.ts';
import { printVi } from '../print/vi.ts';

/** Every text of the screens in Vietnamese, the first language; each feature keeps its own beside it. */
export const vi = { ...appearanceVi, ...dispatchVi, ...printVi } as const;

export type MessageKey = keyof typeof vi;
