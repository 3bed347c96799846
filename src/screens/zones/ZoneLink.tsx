import type { Zone } from '../../domain/profile';
import { ScreenLink, useScreenSearch } from '../../ui/navigation';

/** Chooses a zone: its column, its tiles, its figures. The indicator of the map stays. */
export function ZoneLink({ zone }: { zone: Zone }) {
  const { indicator } = useScreenSearch('zones');
  return (
    <ScreenLink screen="zones" search={{ indicator, zone: zone.id }}>
      {zone.name}
    </ScreenLink>
  );
}
