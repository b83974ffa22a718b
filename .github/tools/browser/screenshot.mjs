// Makes the picture of the report in the README from the example beside it:
//
//   npm run screenshot
//
// It needs Chromium, Go, and the fonts that fonts.conf names.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {choose, launch, open} from './browser.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');
process.env.FONTCONFIG_FILE = join(here, 'fonts.conf');

const scratch = mkdtempSync(join(tmpdir(), 'tieout-picture-'));
try {
  const tieout = join(scratch, 'tieout'), page = join(scratch, 'report.html');
  execFileSync('go', ['build', '-o', tieout, './checker/cmd/tieout'], {cwd: root, stdio: 'inherit'});
  execFileSync(tieout, ['check', '--quiet', '--facts', 'facts', '--sources', 'texts', '--as-of', '2026-03-31',
    '--fail-on', 'never', '--lang', 'en', '--output', `html=${page}`], {cwd: join(here, 'example'), stdio: 'ignore'});
  const browser = await launch();
  const view = await open(browser, page, {viewport: {width: 1160, height: 1240}, deviceScaleFactor: 1.5});
  await choose(view.page, 'theme-light');
  await view.page.evaluate(() => {
    document.querySelector('#findings').scrollIntoView();
    document.activeElement.blur();
  });
  await view.page.waitForTimeout(300);
  await view.page.screenshot({path: process.argv[2] ?? join(root, '.github/docs/images/report.png')});
  await browser.close();
} finally {
  rmSync(scratch, {recursive: true});
}
