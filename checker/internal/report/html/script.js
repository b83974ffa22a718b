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
let items = [], groups = [], flat = null, order = 'rule';

const collect = () => {
  flat = one('#flat');
  groups = all('#groups > .rule').map((el) => ({el, list: el.querySelector('.cards'), shown: true, left: 0}));
  items = groups.flatMap((group, at) => [...group.list.children].map((el) => ({
    el, group, at, s: el.dataset.s, c: el.dataset.c, r: el.dataset.r, d: el.dataset.d, b: el.dataset.b,
    o: el.dataset.o.split(' '), i: Number(el.dataset.i), text: null, shown: true,
  })));
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
  ? n.textContent.replace(/<[^>]*>/g, ' ').replace(/&(#34|#39|lt|gt|amp);/g, (sign) => signs[sign])
  : n.textContent)).join(' ');
const textOf = (item) => (item.text ??= fold(readable(item.el)));
// Reading ten thousand texts takes a while: it is done while nobody waits.
const readAhead = (from = 0) => {
  const idle = window.requestIdleCallback ?? ((f) => setTimeout(() => f({timeRemaining: () => 5}), 20));
  idle((deadline) => {
    let at = from;
    while (at < items.length && (deadline.timeRemaining() > 2 || at === from)) textOf(items[at++]);
    if (at < items.length) readAhead(at);
  });
};

const say = (n) => {
  one('#shown').textContent = lang() === 'ja'
    ? `${items.length}件中${n}件を表示` : `${n} of ${items.length} shown`;
};

const apply = () => {
  const severities = new Set(all('[name=s]:checked', form).map((e) => e.value));
  const value = (id) => one(id)?.value ?? '';
  const c = value('#by-class'), r = value('#by-rule'), o = value('#by-source'), status = value('#by-status');
  const words = fold(value('#q')).split(/\s+/).filter(Boolean);
  const [axis, state] = status.split(':');
  let n = 0;
  for (const g of groups) g.left = 0;
  for (const x of items) {
    const fits = severities.has(x.s) && (!c || x.c === c) && (!r || x.r === r) && (!o || x.o.includes(o)) &&
      (!status || x[axis] === state) && words.every((w) => textOf(x).includes(w));
    if (fits !== x.shown) x.el.hidden = !(x.shown = fits);
    if (fits) { n++; x.group.left++; }
  }
  for (const g of groups) {
    const shown = g.left > 0;
    if (shown !== g.shown) g.el.hidden = !(g.shown = shown);
  }
  one('.none-shown').hidden = n > 0;
  one('.filtered').hidden = n === items.length;
  say(n);
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
  one('#groups').hidden = !byRule;
  flat.hidden = byRule;
  if (byRule) {
    for (const g of groups) g.list.append(...items.filter((x) => x.group === g).map((x) => x.el));
  } else {
    flat.append(...items.slice().sort(orders[order]).map((x) => x.el));
  }
};

const unfoldAll = (open) => { unfolded = open; for (const x of items) { const d = x.el.querySelector('details'); if (d) d.open = open; } };

// A link to a finding shows it, whatever the filter hides.
const follow = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  if (form && (target.hidden || target.closest('[hidden]'))) {
    form.reset();
    arrange();
    apply();
  }
  fill(target.closest('.finding') ?? target);
  for (const d of [target.querySelector('details'), target.closest('details')]) if (d) d.open = true;
  target.scrollIntoView();
};

let folded = [];
addEventListener('beforeprint', () => {
  for (const el of all('.finding:not([hidden])')) fill(el);
  folded = all('details:not([open])');
  for (const d of folded) d.open = true;
});
addEventListener('afterprint', () => { for (const d of folded) d.open = false; });
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
  say(items.length);
  readAhead();
}
fillInView();
follow();
})();
