import { startAdvice } from './startAdvice';

/** The page when it could not start. Plain HTML: it must stand when nothing else does. */
export function StartFailure({ error }: { error: unknown }) {
  const { title, reason, steps } = startAdvice(error);
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
        </button>
      </p>
    </main>
  );
}
