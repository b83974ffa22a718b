// The HTML report in a real browser. PAGES names the folder with the pages of
// the report's shared cases (go test ./checker/internal/report -pages DIR).
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {choose, launch, open} from './browser.mjs';

const pages = process.env.PAGES;
const at = (name) => join(pages, `${name}.html`);
const small = pages ? readdirSync(pages).map((f) => f.replace('.html', '')).filter((f) => !['hundreds', 'thousands'].includes(f)) : [];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser, scratch;
before(async () => {
  assert.ok(pages, 'PAGES is not set');
  assert.ok(small.length > 5, 'there are too few pages');
  browser = await launch();
  scratch = mkdtempSync(join(tmpdir(), 'tieout-pages-'));
});
after(async () => {
  await browser?.close();
  if (scratch) rmSync(scratch, {recursive: true});
});

const shown = (page) => page.locator('article.finding:visible').count();

describe('a page from disk', () => {
  for (const name of small) {
    test(`${name} opens without a network and without a complaint`, async () => {
      const {page, complaints, close} = await open(browser, at(name));
      assert.ok(await page.locator('h1').isVisible());
      assert.deepEqual(complaints, []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'it scrolls sideways');
      await close();
    });
  }

  test('fits a phone', async () => {
    for (const name of ['audited', 'bakery', 'hostile', 'many']) {
      const {page, close} = await open(browser, at(name), {viewport: {width: 390, height: 844}});
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 390, `${name} scrolls sideways`);
      await close();
    }
  });

  test('hostile text stays text', async () => {
    const {page, complaints, close} = await open(browser, at('hostile'));
    assert.deepEqual(complaints, []);
    assert.ok((await page.locator('.finding h4').first().textContent()).includes('\\u202etxt'));
    assert.equal(await page.evaluate(() => /[\u202e\u200b\ufeff\u0000-\u0008\u001b]/.test(document.body.innerText)), false);
    await close();
  });
});

describe('filters', () => {
  test('by severity, class, rule, source, status and text', async () => {
    const {page, close} = await open(browser, at('audited'));
    const set = async (id, value) => { await page.selectOption(id, value); await page.waitForTimeout(50); };
    const findings = page.locator('#groups article.finding:visible, #flat article.finding:visible');
    assert.equal(await findings.count(), 3);
    await page.uncheck('input[value=error]');
    await page.waitForTimeout(50);
    assert.equal(await findings.count(), 1);
    assert.equal(await page.locator('#shown').textContent(), '1 of 3 findings');
    await page.check('input[value=error]');
    await set('#by-status', 'b:new');
    assert.equal(await findings.count(), 1);
    await set('#by-status', '');
    await set('#by-rule', '1');
    assert.equal(await findings.count(), 1);
    assert.equal(await page.locator('#groups section.rule:visible').count(), 1);
    await set('#by-rule', '');
    await set('#by-source', 'slides-2025');
    assert.equal(await findings.count(), 1);
    await set('#by-source', '');
    await set('#by-class', 'gap');
    assert.equal(await findings.count(), 0);
    assert.ok(await page.locator('.none-shown').isVisible());
    await page.click('button[type=reset]');
    await page.waitForTimeout(50);
    assert.equal(await findings.count(), 3);
    await page.fill('#q', 'ＭＯＲＥ than');
    await page.waitForTimeout(50);
    assert.equal(await findings.count(), 1, 'full-width letters find half-width ones');
    await close();
  });

  test('a page for the reader of a change opens with what it makes worse', async () => {
    const {page, close} = await open(browser, at('reviewed'));
    const shown = () => page.locator('#groups article.finding:visible').count();
    assert.equal(await page.locator('#by-status').inputValue(), 'n:true');
    assert.equal(await page.locator('#groups article.finding').count(), 5);
    assert.equal(await shown(), 3);
    await page.click('button[type=reset]');
    await page.waitForTimeout(50);
    assert.equal(await shown(), 5, 'nothing is out of reach');
    await close();
  });

  test('by the state of decisions', async () => {
    const {page, close} = await open(browser, at('bakery'));
    for (const [state, n] of [['open', 1], ['stale', 1], ['expired', 1], ['live', 0]]) {
      await page.selectOption('#by-status', `d:${state}`);
      await page.waitForTimeout(50);
      assert.equal(await page.locator('#groups article.finding:visible').count(), n, state);
    }
    assert.equal(await page.locator('#decided article.finding:visible').count(), 2, 'decided findings are hidden');
    await close();
  });

  test('order moves findings, and back', async () => {
    const {page, close} = await open(browser, at('thousands'));
    const first = () => page.evaluate(() => [...document.querySelectorAll('#findings article')].filter((e) => e.checkVisibility()).map((e) => e.dataset.i).slice(0, 5));
    const by = async (order) => { await page.selectOption('#sort', order); await page.waitForTimeout(200); return first(); };
    const rule = await first();
    assert.deepEqual(await by('place'), ['0', '1', '2', '3', '4']);
    const severity = await by('severity');
    assert.ok(await page.evaluate((i) => document.querySelector(`article[data-i="${i}"]`).dataset.s === 'error', severity[0]));
    assert.deepEqual(await by('rule'), rule);
    await close();
  });

  test('work from the keyboard', async () => {
    const {page, close} = await open(browser, at('bakery'));
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.focus('#q');
    await page.keyboard.type('60%');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.waitForTimeout(50);
    assert.equal(await page.locator('#groups article.finding:visible').count(), 0, 'errors are filtered by the space bar');
    await page.focus('#lang-en');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'ja');
    await close();
  });
});

test('the language switch turns every text', async () => {
  const {page, close} = await open(browser, at('bakery'));
  assert.ok((await page.locator('h1').innerText()).includes('Does not tie out'));
  await choose(page, 'lang-ja');
  assert.ok((await page.locator('h1').innerText()).includes('突合不一致'));
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'ja');
  assert.ok((await page.title()).startsWith('突合報告書'));
  assert.equal(await page.locator('#sort option').first().textContent(), 'ルール別');
  const left = await page.evaluate(() => [...document.querySelectorAll('i[lang=en]')].filter((e) => e.checkVisibility()).length);
  assert.equal(left, 0, 'English is left');
  await close();
});

test('a link leads to its finding, whatever is folded or filtered', async () => {
  const {page, close} = await open(browser, at('bakery'), {hash: '#f-1123456789abcdef01234567'});
  assert.ok(await page.locator('#f-1123456789abcdef01234567').isVisible());
  await page.uncheck('input[value=warning]');
  await page.waitForTimeout(50);
  assert.equal(await page.locator('#f-1123456789abcdef01234567').isVisible(), false);
  await page.evaluate(() => { location.hash = '#top'; location.hash = '#f-1123456789abcdef01234567'; });
  await page.waitForTimeout(100);
  assert.ok(await page.locator('#f-1123456789abcdef01234567').isVisible());
  await close();

  const far = (9999).toString(16).padStart(24, '0');
  const many = await open(browser, at('thousands'), {hash: `#f-${far}`});
  await many.page.waitForTimeout(300);
  assert.ok(await many.page.locator(`[id="f-${far}"] .operands`).isVisible(), 'the last of ten thousand is not unfolded');
  await many.close();
});

test('reads whole with scripts off, in both languages and themes', async () => {
  for (const name of ['bakery', 'hundreds']) {
    const {page, close} = await open(browser, at(name), {javaScriptEnabled: false});
    assert.equal(await page.locator('#filters').isVisible(), false, 'controls that do nothing are shown');
    const card = page.locator('#groups article.finding').first();
    assert.ok(await card.locator('.operands').isVisible());
    assert.ok(await card.locator('.tags').isVisible());
    if (name === 'bakery') {
      await choose(page, 'lang-ja');
      assert.ok((await page.locator('h1').innerText()).includes('突合不一致'));
      await choose(page, 'theme-dark');
    }
    await close();
  }
});

describe('axe finds nothing', () => {
  for (const [theme, names] of [['light', small], ['dark', ['audited', 'bakery']]]) {
    for (const name of names) {
      test(`in ${name}, ${theme}`, async () => {
        const {page, close} = await open(browser, at(name));
        await choose(page, `theme-${theme}`);
        await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true; });
        // The page's own policy would refuse a script tag.
        await page.evaluate(axe);
        const {violations} = await page.evaluate(() => axe.run(document, {resultTypes: ['violations']}));
        assert.deepEqual(violations.map((v) => [v.id, v.nodes[0].html, v.nodes[0].failureSummary]), []);
        await close();
      });
    }
  }
});

test('prints on A4, unfolded, with the digest and page numbers at the foot', async () => {
  const {page, close} = await open(browser, at('audited'));
  const pdf = join(scratch, 'audited.pdf');
  await page.pdf({path: pdf, preferCSSPageSize: true, printBackground: true});
  const info = execFileSync('pdfinfo', [pdf], {encoding: 'utf8'});
  const n = Number(/Pages:\s+(\d+)/.exec(info)[1]);
  assert.ok(n >= 4 && n <= 12, `${n} pages`);
  assert.match(info, /Page size:\s+59[45][.\d]* x 84[12][.\d]* pts \(A4\)/);
  const digest = await page.locator('.marks code').last().getAttribute('title');
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], {encoding: 'utf8'}).split('\f').filter((p) => p.trim());
  assert.equal(text.length, n);
  for (const [i, sheet] of text.entries()) {
    assert.ok(sheet.includes(digest), `the digest is not on page ${i + 1}`);
    assert.match(sheet, new RegExp(`\\b${i + 1} ?/ ?${n}\\s*$`), `page ${i + 1} is not numbered`);
  }
  const whole = text.join('\n');
  for (const words of ['Prepared by', 'Reviewed by', 'Tie-out matrix']) {
    assert.ok(whole.includes(words), `${words} is not printed`);
  }
  const folded = await page.evaluate(() => document.querySelectorAll('.operands').length);
  assert.equal(whole.split('As printed').length - 1 >= folded, true, 'some evidence is not printed');
  await close();
});

test('ten thousand findings stay usable', async () => {
  const {page, close} = await open(browser, at('thousands'));
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
  const loaded = await page.evaluate(() => performance.getEntriesByType('navigation')[0].loadEventEnd);
  // From the choice to the frame that shows its outcome.
  const timed = (act) => page.evaluate(async (source) => {
    const from = performance.now();
    (0, eval)(`(${source})()`);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - from;
  }, act.toString());
  await page.waitForTimeout(3000);
  const figures = {'first paint': paint, load: loaded};
  figures.severity = await timed(() => document.querySelector('input[value=error]').click());
  figures.rule = await timed(() => {
    const e = document.querySelector('#by-rule');
    e.value = '3';
    e.dispatchEvent(new Event('input', {bubbles: true}));
  });
  figures.reset = await timed(() => document.querySelector('button[type=reset]').click());
  figures.search = await timed(() => {
    const e = document.querySelector('#q');
    e.value = 'subject-77';
    e.dispatchEvent(new Event('input', {bubbles: true}));
  });
  for (const [name, ms] of Object.entries(figures)) console.log(`   10,000 findings, ${name}: ${Math.round(ms)} ms`);
  // The targets are 2 s and 200 ms; a machine shared with others is granted more.
  assert.ok(figures['first paint'] < 8000);
  for (const name of ['severity', 'rule', 'reset', 'search']) assert.ok(figures[name] < 2000, name);
  assert.ok(await shown(page) > 0);
  await close();
});
