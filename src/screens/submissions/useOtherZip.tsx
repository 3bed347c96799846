import { App } from 'antd';
import { messageOf } from '../../domain/failure';
import { useOffice } from '../../ui/data';
import { useProfiles } from '../../ui/profiles';
import { useOpenProfile } from '../../ui/useOpenProfile';
import { zipOfOther } from '../../workspace/zipOfOther';

/**
 * What to do about a backup that is another profile's, or tells none: says whose it is, and leads there or asks.
 * @returns whether that was the matter with an import; `again` takes the backup in as one of the profile that is open
 */
export function useOtherZip(): (error: unknown, again: () => void) => boolean {
  const { modal } = App.useApp();
  const { name } = useOffice().profile;
  const { list } = useProfiles();
  const openProfile = useOpenProfile();
  return (error, again) => {
    const other = zipOfOther(error);
    if (!other) return false;
    const content = messageOf(error);
    const there = list.find((p) => p.id === other.profile);
    if (other.profile === null)
      modal.confirm({
        title: '备份没有写明属于哪个配置',
        content: `${content}确认它是「${name}」的备份再导入。`,
        okText: `是「${name}」的，导入`,
        cancelText: '不导入',
        onOk: again,
      });
    else if (there)
      modal.confirm({
        title: '这是另一个配置的备份',
        content: `${content}打开「${there.name}」后，在“文件与备份”中导入。`,
        okText: `打开「${there.name}」`,
        cancelText: '留在本页',
        onOk: () => openProfile(there, '/submissions?tab=files'),
      });
    else
      modal.warning({
        title: '这是另一个配置的备份',
        content: `${content}这台服务器上没有那个配置，请在有该配置的地址导入，或请管理员加入该配置。`,
        okText: '知道了',
      });
    return true;
  };
}
