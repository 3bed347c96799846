import { App } from 'antd';
import { useCallback } from 'react';
import { isHeldOpen } from './keepOpen';
import { type ListedProfile, useProfiles } from './profiles';

/**
 * Opens another profile, as a page of its own: nothing of one office can show under the name of another. Where work is under
 * way that this would break off, it is offered in another window, and the work goes on here.
 * @param at of `open`: what stands behind the `#` there
 */
export function useOpenProfile(): (profile: ListedProfile, at: string) => void {
  const { modal } = App.useApp();
  const { addressOf } = useProfiles();
  return useCallback(
    ({ id, name }, at) => {
      const address = addressOf(id, at);
      if (!isHeldOpen()) {
        location.assign(address);
        return;
      }
      modal.confirm({
        title: '本页还有没有做完的接收、导出或导入',
        content: `现在离开会中断，还没有接收的文件（包括待补充的）须重新放入。可以在新窗口打开「${name}」，本页继续进行。`,
        okText: `在新窗口打开「${name}」`,
        cancelText: '留在本页',
        onOk: () => void window.open(address, '_blank', 'noopener'),
      });
    },
    [modal, addressOf],
  );
}
