import { afterEach } from 'vitest';
import { loadAnew } from './office-page';

// What a test that failed leaves open stands in the way of every other in its file.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await loadAnew();
});
