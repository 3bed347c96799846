import { Spin } from 'antd';

/** Waiting, said in words. */
export function LoadingState({ what = '正在计算' }: { what?: string | undefined }) {
  return (
    <div className="kp-state" role="status" data-testid="loading">
      <Spin size="small" />
      <span>{what}…</span>
    </div>
  );
}
