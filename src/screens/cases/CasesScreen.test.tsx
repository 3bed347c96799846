import { expect, test } from 'vitest';
import { renderAt } from '../../ui/testing/renderAt';
import CasesScreen from './CasesScreen';

test('without a submission the screen says so, and leads to where files are taken in', async () => {
  const html = await renderAt('/cases', <CasesScreen />);
  expect(html).toContain('还没有报送');
  expect(html).toContain('<a href="#/submissions">报送</a>');
});
