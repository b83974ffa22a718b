// Starts Debian's Chromium without a network, and opens reports from disk.
import {chromium} from 'playwright-core';
import {pathToFileURL} from 'node:url';

export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // As root there is no sandbox; the rest keeps the browser from calling home.
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

// open gives a page, and what it complained of or asked the network for.
export const open = async (browser, file, {hash = '', ...options} = {}) => {
  const context = await browser.newContext({offline: true, viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (m) => complaints.push(`${m.type()}: ${m.text()}`));
  page.on('pageerror', (e) => complaints.push(String(e)));
  page.on('request', (r) => { if (!r.url().startsWith('file:')) complaints.push(`asked for ${r.url()}`); });
  await page.goto(pathToFileURL(file).href + hash, {waitUntil: 'load', timeout: 120_000});
  return {page, complaints, close: () => context.close()};
};

export const choose = (page, id) => page.click(`label[for=${id}]`);
