import { expect, it } from 'vitest';
import { pageMargins } from './pageMargins';

it('says whose, what and which page of how many', () => {
  expect(pageMargins('某省双打办　2017年')).toBe(
    '@page{@bottom-left{content:"某省双打办　2017年"}' +
      '@bottom-right{content:"第 " counter(page) " 页，共 " counter(pages) " 页"}}',
  );
});

it('lets no name of an office end the string or the style element', () => {
  const css = pageMargins('a"}</style>\\\n');
  expect(css).toContain('content:"a\\22 }\\3c /style>\\5c \\a "');
  expect(css).not.toContain('</style');
});
