import type { ComponentType, ReactNode } from 'react';
import type { ScreenId } from './address';

/**
 * A screen as the app registers it. `src/screens/<id>/index.tsx` exports one (`units/` one for each
 * group of the office, `zones/` by its zones); a line in `src/app/routes.tsx` adds it to the navigation. Its search parameters are declared in `screenSearch` (`src/ui/address.ts`).
 */
export interface Screen {
  id: ScreenId;
  /** Name in the navigation and in the window's title. */
  title: string;
  icon: ReactNode;
  /** Loaded when the screen is opened: `() => import('./YearScreen')` with a default export. */
  load: () => Promise<{ default: ComponentType }>;
}
