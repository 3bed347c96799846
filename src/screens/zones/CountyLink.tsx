import { ScreenLink, useScreenSearch } from '../../ui/navigation';

/** Opens a county's figures on this screen; indicator and zone stay. */
export function CountyLink({ code, name }: { code: string; name: string }) {
  const { indicator, zone } = useScreenSearch('zones');
  return (
    <ScreenLink screen="zones" search={{ indicator, zone, county: code }} className="kp-evidence">
      {name}
    </ScreenLink>
  );
}
