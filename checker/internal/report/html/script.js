// The page reads whole without this script; it adds filters, order and the
// unfolding of what a link leads to.
(() => {
'use strict';
const root = document.documentElement;
const one = (selector) => document.querySelector(selector);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const lang = () => (one('#lang-ja').checked ? 'ja' : 'en');

// Options and labels cannot hold both languages at once.
const speak = () => {
  const now = lang();
  root.lang = now;
  for (const e of all('[data-ja]')) {
    if (e.tagName === 'OPTION') e.textContent = e.dataset[now];
    else e.setAttribute('aria-label', e.dataset[now]);
  }
  const title = one(`.kicker [lang=${now}]`), verdict = one(`h1 [lang=${now}]`);
  if (title && verdict) document.title = title.textContent + ': ' + verdict.textContent;
};

const form = one('#filters');
const ranks = {error: 0, warning: 1, note: 2};
// Laying out ten thousand findings takes seconds, so a long list grows as it is
// read; print has all of it.
const step = 300;
let items = [], groups = [], listed = [], order = 'rule', limit = Infinity;

const collect = () => {
  groups = all('#groups > .rule').map((el) => ({el, list: el.querySelector('.cards'), items: [], shown: true}));
  for (const group of groups) {
    group.items = [...group.list.children].map((el) => ({
      el, group, s: el.dataset.s, c: el.dataset.c, r: el.dataset.r, d: el.dataset.d, b: el.dataset.b, n: el.dataset.n,
      o: el.dataset.o.split(' '), i: Number(el.dataset.i), text: null, fits: true, shown: true,
    }));
  }
  items = groups.flatMap((group) => group.items);
  listed = items;
  if (items.some((x) => x.el.querySelector(':scope > noscript'))) limit = step;
};

// What a page of many findings keeps aside for browsers without scripts becomes
// part of it when it comes near the view.
let unfolded = null;
const fill = (el) => {
  const aside = el.querySelector(':scope > noscript');
  if (!aside) return;
  const t = document.createElement('template');
  t.innerHTML = aside.textContent;
  aside.replaceWith(t.content);
  const d = el.querySelector('details');
  if (d && unfolded !== null) d.open = unfolded;
};
const fillInView = () => {
  const waiting = all('.finding').filter((el) => el.querySelector(':scope > noscript'));
  if (waiting.length === 0) return;
  const watch = new IntersectionObserver((seen) => {
    for (const e of seen) if (e.isIntersecting) { watch.unobserve(e.target); fill(e.target); }
  }, {rootMargin: '1000px'});
  for (const el of waiting) watch.observe(el);
};

const fold = (text) => text.normalize('NFKC').toLowerCase();
const signs = {'&#34;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&'};
const readable = (el) => [...el.childNodes].map((n) => (n.nodeName === 'NOSCRIPT'
  ? n.textContent.replace(/<svg.*?<\/svg>|<[^>]*>/gs, ' ').replace(/&(#34|#39|lt|gt|amp);/g, (sign) => signs[sign])
  : n.textContent)).join(' ');
const textOf = (item) => (item.text ??= fold(readable(item.el)));
// Reading ten thousand texts takes a while: it is done while nobody waits.
const readAhead = (from = 0) => {
  const idle = window.requestIdleCallback ?? ((f) => setTimeout(() => f({timeRemaining: () => 0}), 20));
  idle((deadline) => {
    let at = from;
    while (at < items.length && (deadline.timeRemaining() > 2 || at < from + 40)) textOf(items[at++]);
    if (at < items.length) readAhead(at);
  }, {timeout: 100});
};

const matches = () => listed.filter((x) => x.fits);

// Shows what fits, in order, as far as the list has grown.
const render = () => {
  const fitting = matches();
  const visible = new Set(fitting.slice(0, limit));
  for (const x of items) {
    const shown = visible.has(x);
    if (shown !== x.shown) x.el.hidden = !(x.shown = shown);
  }
  const flat = one('#flat');
  if (order === 'rule') {
    for (const g of groups) {
      const shown = g.items.some((x) => x.shown);
      if (shown !== g.shown) g.el.hidden = !(g.shown = shown);
    }
  } else {
    flat.append(...[...visible].map((x) => x.el));
  }
  const n = fitting.length, left = n - visible.size, ja = lang() === 'ja';
  one('.none-shown').hidden = n > 0;
  one('.filtered').hidden = n === items.length;
  one('#shown').textContent = ja ? `${items.length}件中${n}件` : `${n} of ${items.length} findings`;
  one('#more').hidden = left === 0;
  one('#more').textContent = ja ? `続きを表示（残り${left}件）` : `Show more (${left} left)`;
};

const grow = (to = limit + step) => { limit = to; render(); };

const apply = () => {
  const severities = new Set(all('[name=s]:checked', form).map((e) => e.value));
  const value = (id) => one(id)?.value ?? '';
  const c = value('#by-class'), r = value('#by-rule'), o = value('#by-source');
  const words = fold(value('#q')).split(/\s+/).filter(Boolean);
  const [axis, state] = value('#by-status').split(':');
  for (const x of items) {
    x.fits = severities.has(x.s) && (!c || x.c === c) && (!r || x.r === r) && (!o || x.o.includes(o)) &&
      (!axis || x[axis] === state) && words.every((w) => textOf(x).includes(w));
  }
  if (limit !== Infinity) limit = step;
  render();
};

const orders = {
  severity: (a, b) => ranks[a.s] - ranks[b.s] || a.i - b.i,
  place: (a, b) => a.i - b.i,
  source: (a, b) => (a.o[0] < b.o[0] ? -1 : a.o[0] > b.o[0] ? 1 : a.i - b.i),
};

const arrange = () => {
  const next = one('#sort').value;
  if (next === order) return;
  order = next;
  const byRule = order === 'rule';
  listed = byRule ? items : items.slice().sort(orders[order]);
  one('#groups').hidden = !byRule;
  one('#flat').hidden = byRule;
  if (byRule) {
    for (const g of groups) if (g.list.childElementCount < g.items.length) g.list.append(...g.items.map((x) => x.el));
  }
};

const unfoldAll = (open) => { unfolded = open; for (const x of items) { const d = x.el.querySelector('details'); if (d) d.open = open; } };

// A link to a finding shows it, whatever the filter hides.
const follow = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  const at = (list) => list.findIndex((x) => x.el === target || x.group.el === target);
  if (form && target.closest('#findings [hidden]')) {
    if (at(matches()) < 0) {
      form.reset();
      arrange();
      apply();
    }
    if (at(matches()) >= limit) grow(at(matches()) + step);
  }
  fill(target.closest('.finding') ?? target);
  for (const d of [target.querySelector('details'), target.closest('details')]) if (d) d.open = true;
  // Cards above that come into view move it once more.
  let frames = 3;
  const scroll = () => { target.scrollIntoView(); if (frames-- > 0) requestAnimationFrame(scroll); };
  scroll();
};

let folded = [], before = limit;
addEventListener('beforeprint', () => {
  if (form) { before = limit; grow(Infinity); }
  for (const el of all('.finding:not([hidden])')) fill(el);
  folded = all('details:not([open])');
  for (const d of folded) d.open = true;
});
addEventListener('afterprint', () => {
  for (const d of folded) d.open = false;
  if (form) grow(before);
});
addEventListener('hashchange', follow);
for (const input of all('[name=lang]')) input.addEventListener('change', () => { speak(); if (form) apply(); });

speak();
if (form) {
  collect();
  form.hidden = false;
  let waiting = 0;
  form.addEventListener('input', (event) => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => { if (event.target.id === 'sort') arrange(); apply(); });
  });
  form.addEventListener('reset', () => requestAnimationFrame(() => { arrange(); apply(); }));
  form.addEventListener('submit', (event) => event.preventDefault());
  one('#unfold').addEventListener('click', () => unfoldAll(true));
  one('#fold').addEventListener('click', () => unfoldAll(false));
  one('#more').addEventListener('click', () => grow());
  new IntersectionObserver((seen) => { if (seen.some((e) => e.isIntersecting)) grow(); }, {rootMargin: '600px'}).observe(one('#more'));
  // The reader of a change first sees what it makes worse.
  const status = one('#by-status');
  if (status.dataset.first) status.value = status.dataset.first;
  apply();
  readAhead();
}
fillInView();
follow();
})();
