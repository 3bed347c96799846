import { detailsOf } from '../domain/failure';
import { copyText } from '../ui/copyText';
import { startAdvice } from './startAdvice';

/** The page when it could not start. Plain HTML: it must stand when nothing else does. */
export function StartFailure({ error }: { error: unknown }) {
  const { title, reason, steps } = startAdvice(error);
  const details = detailsOf(error);
  return (
    <main className="kp-failure" role="alert">
      <h1>{title}</h1>
      <h2>原因</h2>
      <pre>{reason}</pre>
      <h2>怎么办</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <button type="button" onClick={() => location.reload()}>
          刷新重试
        </button>{' '}
        {details !== null && (
          <button type="button" onClick={() => void copyText(details)}>
            复制详情
          </button>
        )}
      </p>
    </main>
  );
}
