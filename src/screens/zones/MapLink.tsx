import type { ReactNode } from 'react';
import type { SmallArea } from '../../domain/place';
import { ScreenLink, useScreenSearch } from '../../ui/navigation';

/** One of the smallest areas, opened on this screen; the indicator and the outlined zone stay. */
export function MapLink({ area, children, className }: { area: SmallArea; children: ReactNode; className?: string }) {
  const { indicator, zone } = useScreenSearch('zones');
  return (
    <ScreenLink screen="zones" search={{ indicator, zone, county: area.code }} className={className}>
      {children}
    </ScreenLink>
  );
}
