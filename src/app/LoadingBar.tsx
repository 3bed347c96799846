import { useWorkspaceState } from '../ui/data';

/** While submissions are being read in after a start: in a corner of the window, so that it moves nothing. */
export function LoadingBar() {
  const { loading, kind, revision } = useWorkspaceState();
  if (!loading) return null;
  return (
    <section className="kp-loading" aria-label="读入进度">
      <progress aria-label="读入进度" value={loading.done} max={Math.max(1, loading.total)} />
      <span>
        {kind === 'sample' ? '正在读入示例报送' : revision === 0 ? '正在重新读入已存档的报送' : '正在读入报送'}{' '}
        {loading.done}/{loading.total}
      </span>
    </section>
  );
}
