/** What the page tests need beside npm's packages, and for what: said before anything is installed. */
const TOOLS = {
  browser: {
    packages: ['chromium'],
    zh: '浏览器，页面测试在其中运行',
    en: 'a browser, in which the page tests run',
  },
  font: {
    packages: ['fontconfig', 'fonts-noto-cjk'],
    zh: '中文字体，页面中的汉字才能显示',
    en: 'a Chinese font, without which the page’s text is boxes',
  },
  nginx: {
    packages: ['nginx-light'],
    zh: 'nginx，检验示例配置 docs/nginx.conf（不启动服务）',
    en: 'nginx, to test the example docs/nginx.conf (no service is started)',
  },
  office: {
    packages: ['libreoffice-calc', 'poppler-utils'],
    zh: 'LibreOffice，检验导出的工作簿能否打印、公式能否重算',
    en: 'LibreOffice, to print the exported workbooks and calculate their formulas again',
  },
};

const BROWSER_BY_HAND = {
  zh: '请安装 Chromium 或 Chrome，或用 CHROME_PATH 指明其位置。',
  en: 'Install Chromium or Chrome, or set CHROME_PATH to its executable.',
};

/**
 * What is to be done about what is missing, and the words for it.
 * @param {{ browser: boolean, font: boolean, nginx: boolean, office: boolean }} has
 * @param {{ apt: boolean, noInstall: boolean }} may `apt`: packages of the system can be installed here, as root on Debian
 * @returns {{ act: 'nothing' | 'apt' | 'playwright' | 'fail', packages: string[], lines: string[] }}
 */
export function aboutMissing(has, { apt, noInstall }) {
  // Elsewhere than on Debian only the browser is looked for: the tests leave out what the others are for.
  const missing = Object.entries(TOOLS).filter(([tool]) => !has[tool] && (apt || tool === 'browser'));
  if (missing.length === 0) return { act: 'nothing', packages: [], lines: [] };
  const packages = apt ? missing.flatMap(([, tool]) => tool.packages) : [];
  const install = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const command = apt ? install : 'npm exec -- playwright-core install chromium';
  const wanting = missing.flatMap(([, { zh, en, packages: names }]) => [
    `  - ${zh}${apt ? `（${names.join('、')}）` : ''}`,
    `    ${en}${apt ? ` (${names.join(', ')})` : ''}`,
  ]);
  if (!noInstall)
    return {
      act: apt ? 'apt' : 'playwright',
      packages,
      lines: [
        '页面测试缺少以下工具，现在安装。The page tests lack these tools, which are installed now:',
        ...wanting,
        `  ${apt ? `apt-get update && ${command}` : command}`,
        '不希望自动安装时，请设 KAOPING_NO_INSTALL=1。Set KAOPING_NO_INSTALL=1 to have nothing installed.',
      ],
    };
  return {
    act: 'fail',
    packages: [],
    lines: [
      'KAOPING_NO_INSTALL=1：不自动安装。页面测试缺少：Nothing is installed. The page tests lack:',
      ...wanting,
      '请自行安装后再试。Install by hand and try again:',
      `  ${apt ? `apt-get update && ${command}` : command}`,
      ...(has.browser ? [] : [`  ${BROWSER_BY_HAND.zh}`, `  ${BROWSER_BY_HAND.en}`]),
    ],
  };
}
