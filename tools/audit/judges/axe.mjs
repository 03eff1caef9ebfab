// axe: what can be said by machine about access for all, on one page of every kind, light and dark,
// narrow and wide. Search pages are looked at with hits on them, too, and homes with the list of
// the box in the head.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Findings, each } from '../chromium.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * A query with hits in each language of either collection: some with all of its words, marked, and
 * values of every facet.
 */
const query = 'ICT OR ИКТ OR 信息 OR education OR образование OR تعلیم';

/** States of a page that a reader makes: how to come to them, and what is there then. */
const states = [
	{ of: path => path.endsWith('/search.html'), make: (page, url) => page.goto(`${url}?${new URLSearchParams({ q: query, lang: 'all' })}`), shows: '.ks-hit mark', name: 'with hits' },
	{ of: path => path.endsWith('/search.html'), make: (page, url) => page.goto(`${url}?${new URLSearchParams({ q: 'zzqqxxjj', kind: 'clause' })}`), shows: '.ks-notes button', name: 'with nothing found' },
	{ of: path => /^[^/]+\/index\.html$/.test(path), make: page => page.type('form[data-kengash-box] input', query), shows: '.ks-popup [role=option] mark', name: 'with the list of the box' },
];

export async function axe(site) {
	const findings = new Findings();
	const unsure = new Map();
	let runs = 0;

	const judge = async (page, where) => {
		runs++;
		const result = await page.evaluate(t => window.axe.run(document, {
			runOnly: { type: 'tag', values: t },
			// A page without a style sheet has the browser's own colours, and axe takes their dark
			// canvas for white.
			rules: { 'color-contrast': { enabled: document.styleSheets.length > 0 } },
			resultTypes: ['violations', 'incomplete'],
		}), tags);
		for (const v of result.violations) {
			for (const node of v.nodes) {
				const data = [...node.any, ...node.all].find(c => c.data?.contrastRatio)?.data;
				const ratio = data ? ` (${data.contrastRatio}, ${data.fgColor} on ${data.bgColor}, ${data.fontSize})` : '';
				findings.add(`${v.id} [${v.impact}]: ${v.help}${ratio}: ${node.target.join(' ')} ${node.html.slice(0, 120)}`, where);
			}
		}
		for (const i of result.incomplete) {
			unsure.set(i.id, [...(unsure.get(i.id) ?? []), ...i.nodes.map(n => `${where} ${n.target.join(' ')}`)]);
		}
	};

	const looks = [['light', 1280], ['light', 412], ['light', 320], ['dark', 1280], ['dark', 320]]
		.flatMap(([scheme, width]) => site.chosen.map(path => ({ scheme, width, path })));
	await each(site.browser, looks, async (page, { scheme, width, path }) => {
		await page.setViewport({ width, height: 900 });
		await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
		const where = `${path} ${scheme} ${width}`;
		await page.goto(site.url + path, { waitUntil: 'load' });
		const measure = async state => {
			const is = await page.evaluate(() => document.documentElement.scrollWidth);
			if (is > width) {
				findings.add(`sideways scroll: ${is} pixels wide${state}`, where);
			}
		};
		await measure('');
		await page.evaluate(source);
		await judge(page, where);
		// What can be opened holds more to judge; on narrow pages that is the menu.
		const opened = await page.evaluate(() => {
			const closed = [...document.querySelectorAll('details:not([open])')].filter(d => d.checkVisibility());
			closed.forEach(d => { d.open = true; });
			return closed.length;
		});
		if (opened > 0) {
			await measure(', all opened');
			await judge(page, `${where} opened`);
		}
		for (const state of states.filter(s => s.of(path))) {
			await page.goto(site.url + path, { waitUntil: 'load' });
			await state.make(page, site.url + path);
			try {
				await page.waitForSelector(state.shows, { visible: true, timeout: 20_000 });
			} catch {
				findings.add(`there is no ${state.shows} ${state.name}`, where);
				continue;
			}
			await measure(`, ${state.name}`);
			await page.evaluate(source);
			await judge(page, `${where} ${state.name}`);
		}
	});
	const remarks = [...unsure].map(([id, n]) => `axe cannot tell by itself: ${id}, ${n.length} places, such as ${n[0]}`);
	return { looked: `${site.chosen.length} pages, ${runs} looks`, found: findings.list(), remarks };
}
