import { launchChromium } from './support/chromium';
import { serveSite } from './support/site';
const site = await serveSite({ folder: '/work/wt/LEAD/dist', keep: true });
const b = await launchChromium();
for (const [w, h] of [[1440, 900], [1280, 720]] as const) {
  const p = await b.newPage({ viewport: { width: w, height: h } });
  const shot = async (a: string, n: string, wait = 1500) => { await p.goto(site.url + '?profile=qinghai-2017' + a); await p.getByRole('heading', { level: 1 }).first().waitFor(); await p.waitForTimeout(wait); await p.screenshot({ path: `/tmp/lead/${n}-${w}.png` }); };
  await shot('#/year', 'year', 6000);
  await shot('#/year?period=2026', 'year26', 5000);
  await shot('#/indicators?id=fines', 'fines');
  await shot('#/submissions?tab=register', 'register');
  await p.keyboard.press('Control+k'); await p.keyboard.type('hainan'); await p.waitForTimeout(800); await p.screenshot({ path: `/tmp/lead/search-${w}.png` });
  await p.close();
}
await b.close(); await site.close();
