import { Button } from 'antd';
import { CopyDetails } from './CopyDetails';

export interface ErrorStateProps {
  error: Error;
  /** What could not be done: 指标未能算出. */
  title?: string;
  retry?: (() => void) | undefined;
}

/** A failure with its reason, and for a technician's eyes its details to copy; what was there before is untouched. */
export function ErrorState({ error, title = '未能完成', retry }: ErrorStateProps) {
  return (
    <div className="kp-state kp-state-error" role="alert">
      <div>
        <strong>{title}</strong>
        <p>{error.message}</p>
        {retry && (
          <Button size="small" onClick={retry}>
            重试
          </Button>
        )}{' '}
        <CopyDetails error={error} />
      </div>
    </div>
  );
}
