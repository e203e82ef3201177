// Every figure on the page that is not one of the claims that its element names. A figure in an element with `data-derived` may also follow
// from them. Years, dates and months are no figures.
const done = arguments[arguments.length - 1];
(async () => {
  const csv = text => {
    const rows = [[]]; let cell = '', quoted = false;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (quoted) { if (c === '"' && text[i + 1] === '"') { cell += c; i++; } else if (c === '"') quoted = false; else cell += c; }
      else if (c === '"') quoted = true;
      else if (c === ',' || c === '\n') { rows.at(-1).push(cell); cell = ''; if (c === '\n') rows.push([]); }
      else if (c !== '\r') cell += c;
    }
    const [header, ...body] = rows;
    return body.filter(row => row.length === header.length).map(row => Object.fromEntries(header.map((name, at) => [name, row[at]])));
  };
  const root = document.documentElement.lang.startsWith('zh') ? '../' : './';
  const read = async name => csv(await (await fetch(`${root}data/${name}.csv`)).text() + '\n');
  const UNITS = { billion: 1e9, million: 1e6, '亿': 1e8, '万': 1e4 };
  const DATES = [/\d{1,2} (Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*/g, /\b(19|20)\d\d\b(年)?/g, /\d{1,2}([–至]\d{1,2})?[月日]/g];
  const numbers = text => {
    const bare = DATES.reduce((text, date) => text.replace(date, ' '), text);
    return [...bare.matchAll(/(\d[\d,]*(?:\.\d+)?)\s*(billion|million|亿|万)?/g)].map(([, digits, unit]) => +digits.replaceAll(',', '') * (UNITS[unit] ?? 1));
  };
  const own = new Map(), reported = new Map(), publishers = new Map((await read('sources')).map(row => [row.id, numbers(row.publisher)]));
  for (const row of [...await read('claims'), ...await read('events')]) {
    const value = +row.value, unit = +row.rounding, tenth = /^10*$/.test(row.value) ? Math.min(unit, value / 10) : unit;
    const ends = {
      exact: [], rounded: [-unit / 2, unit / 2], about: [-unit, unit], more_than: [unit - 1], over: [], at_least: [], nearly: [-tenth, -1],
    };
    const figures = row.value ? [value, ...ends[row.qualifier].map(end => Math.max(0, value + end))] : [];
    const change = [row.change_pct, row.streak].filter(Boolean).map(cell => Math.abs(+cell));
    const said = [row.text_en, row.text_zh, row.note_en, row.note_zh].flatMap(numbers);
    own.set(row.id, [...figures, ...change, ...said, ...(publishers.get(row.source) ?? [])]);
    reported.set(row.id, { figures, rate: change.length > 0 });
  }
  // Bounds are sums and differences of the ends of the totals that they follow from; with a rate among the claims they may be anything.
  const follows = (ids, number) => {
    const claims = ids.map(id => reported.get(id)).filter(Boolean);
    if (number === 0 || claims.some(claim => claim.rate)) return claims.length > 0;
    let sums = new Set([0]);
    for (const { figures } of claims.slice(0, 8)) {
      sums = new Set([...sums].flatMap(sum => [sum, ...figures.flatMap(figure => [sum + figure, sum - figure])]));
    }
    return [...sums].some(sum => Math.abs(Math.abs(sum) - number) <= 1);
  };
  const MARKED = '[data-claim],[data-axis],[data-count],[data-literal],.cell-source';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), wrong = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, found = numbers(node.textContent);
    if (!found.length || node.parentElement.closest('script, style')) continue;
    const marked = node.parentElement.closest(MARKED);
    if (!marked) { wrong.push(`no claim: ${node.textContent}`); continue; }
    const ids = marked.dataset.claim?.split(' ');
    if (!ids || marked.matches('[data-axis],[data-count],[data-literal]')) continue;
    const may = ids.flatMap(id => own.get(id) ?? []), near = (a, b) => Math.abs(a - b) <= 1e-6 * Math.max(1, b);
    const derived = marked.closest('[data-derived]');
    const stray = found.filter(number => !may.some(other => near(other, number)) && !(derived && follows(ids, number)));
    if (stray.length) wrong.push(`${stray} is not of ${ids.slice(0, 4)}: ${node.textContent.slice(0, 90)}`);
  }
  done(wrong);
})().catch(error => done([String(error)]));
