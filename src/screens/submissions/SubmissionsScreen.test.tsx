import { expect, test } from 'vitest';
import { renderAt } from '../../ui/testing/renderAt';
import SubmissionsScreen from './SubmissionsScreen';

test('without a submission the screen says whose year it waits for, and where files go', async () => {
  const html = await renderAt('/submissions?period=2017Q1', <SubmissionsScreen />);
  expect(html).toContain('<h1>2017年报送</h1>');
  expect(html).toMatch(/<input[^>]*type="file"/);
});
