import { Notice } from '../ui/CautionNote';
import { useOffice, useWorkspaceState } from '../ui/data';

/** Says that figures may differ from those of an earlier visit although nothing was taken in. */
export function RedefinedNotice() {
  const { profile } = useOffice();
  const { redefined } = useWorkspaceState();
  if (!redefined) return null;
  return (
    <Notice label="配置已变">
      「{profile.name}
      」的配置（单位、期限、指标、方案等）与本机上次使用时不同：同样的报送算出的数字可能与以前不同。已记入处理记录。
    </Notice>
  );
}
