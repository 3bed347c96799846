import { useLocation } from '@tanstack/react-router';
import { Select } from 'antd';
import { officeName } from '../domain/office';
import { useOffice } from '../ui/data';
import { useProfiles } from '../ui/profiles';
import { useOpenProfile } from '../ui/useOpenProfile';

/** Whose data: the profile by name, chosen where there are several, and its office. */
export function ProfileSwitch() {
  const office = useOffice();
  const { id, name, regions } = office.profile;
  const whose = officeName(office);
  return (
    <>
      {useProfiles().list.length > 1 ? <ProfileSelect id={id} /> : <strong className="kp-profile">{name}</strong>}
      <span className="kp-whose" title={whose}>
        {/* The line is narrow: the province is not said twice in it. */}
        {name.includes(regions.province.name) ? whose.replace(regions.province.name, '') : whose}
      </span>
    </>
  );
}

function ProfileSelect({ id }: { id: string }) {
  const { list } = useProfiles();
  const openProfile = useOpenProfile();
  // The same screen; what it shows there has other units and other years.
  const at = useLocation({ select: (location) => location.pathname });
  const choose = (chosen: string) => {
    const profile = list.find((p) => p.id === chosen);
    if (profile && chosen !== id) openProfile(profile, at);
  };
  return (
    <Select
      size="small"
      className="kp-profile-select"
      aria-label="配置（选择后打开另一个配置）"
      popupMatchSelectWidth={false}
      value={id}
      onChange={choose}
      options={list.map((p) => ({ value: p.id, label: p.name, office: p.office }))}
      optionRender={({ label, data }) => (
        <>
          {label}
          <span className="kp-profile-office">{data.office}</span>
        </>
      )}
    />
  );
}
