// What is measured: cost of a query, quality of the answers, build. See README.md for what each
// figure means.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { rounds, serve } from './server.mjs';

/** HTTP/2, 150 ms and 1.6 Mbit/s: a phone in a town with a poor line. */
const slowLine = { delay: 150, rate: 1.6 };

/** Hits that a page of results shows, and whose data are part of a query's cost. */
const shown = 5;

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
export const median = (numbers) => sorted(numbers)[Math.floor((numbers.length - 1) / 2)];
export const p95 = (numbers) => sorted(numbers)[Math.ceil(numbers.length * 0.95) - 1];
const mean = (numbers) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/**
 * Indexes a site anew: seconds, peak memory (MB), files and bytes of what a browser may ask for.
 */
export async function build(engine, site) {
	const folder = join(site, engine.folder);
	rmSync(folder, { recursive: true, force: true });
	const [program, ...args] = engine.command(site);
	const start = performance.now();
	const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	let peak = 0;
	let errors = '';
	child.stderr.on('data', (text) => (errors += text));
	const watch = setInterval(() => {
		try {
			peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]));
		} catch {
			// It has ended.
		}
	}, 20);
	const code = await new Promise((resolve, reject) => child.on('exit', resolve).on('error', reject));
	clearInterval(watch);
	if (code !== 0) {
		throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${errors}`);
	}
	const seconds = (performance.now() - start) / 1000;
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name))
		.filter(engine.served);
	return { seconds, memory: peak / 1024, files: files.length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

/** A browser page that asks an engine, with a profile that holds nothing. */
async function asker(browser, server, engine, lang) {
	const context = await browser.newContext({ ignoreHTTPSErrors: true });
	const page = await context.newPage();
	page.on('pageerror', (error) => console.error(`${engine.name}: ${error}`));
	await page.goto(`${server.root}ask.html?lang=${lang}`);
	server.take();
	return {
		init: () => page.evaluate('engine.init()'),
		ask: (query, limit, options) =>
			page.evaluate(async ([query, limit, options]) => {
				const start = performance.now();
				const answer = await engine.search(query, limit, options);
				return { ...answer, ms: performance.now() - start };
			}, [query, limit, options]),
		close: () => context.close(),
	};
}

/**
 * The page that asks. Its script is a file of its own, so that it works under a strict policy too.
 */
export const pages = (engine) => ({
	'ask.html': (url) =>
		`<!DOCTYPE html><html lang="${url.searchParams.get('lang')}"><meta charset="utf-8"><link rel="icon" href="data:,"><script src="ask.js"></script></html>`,
	'ask.js': () => `{ const root = new URL('.', document.currentScript.src).href; ${engine.page} }`,
});

/**
 * Costs of a first query (loading the search included) and of a second one, for some titles in each
 * language.
 */
export async function cost(browser, engine, site, queries, langs, samples, certificate) {
	const costs = {};
	for (const slow of [undefined, { ...slowLine, ...certificate }]) {
		const server = await serve(site, { pages: pages(engine), slow });
		for (const [lang, tag] of Object.entries(langs)) {
			const titles = queries[`title.${lang}`];
			const taken = { first: [], second: [] };
			for (let i = 0; i < Math.min(samples, titles.length); i++) {
				const page = await asker(browser, server, engine, tag);
				const start = performance.now();
				await page.init();
				await page.ask(titles[i].q, shown);
				taken.first.push({ ms: performance.now() - start, answers: server.take() });
				const { ms } = await page.ask(titles[(i + (titles.length >> 1)) % titles.length].q, shown);
				taken.second.push({ ms, answers: server.take() });
				await page.close();
			}
			costs[lang] ??= {};
			for (const [which, list] of Object.entries(taken)) {
				const bytes = list.map((one) => one.answers.reduce((sum, answer) => sum + answer.bytes, 0));
				// The chain of waits shows on the slow line only: on the fast one answers end
				// before the next question is there.
				Object.assign((costs[lang][which] ??= {}), slow
					? { ms: median(list.map((one) => one.ms)), rounds: median(list.map((one) => rounds(one.answers))) }
					: { bytes: median(bytes), bytes95: p95(bytes), requests: median(list.map((one) => one.answers.length)) });
			}
		}
		server.close();
	}
	return costs;
}

/** Sets whose queries have many right answers: all of them should be found, and nothing else. */
const manyRight = /^(word|typoword|substr|phrase|phraseword|frag4|nounform)\./;

/**
 * Quality for each set of queries: S@1, S@5, queries whose page is not found at all; recall and
 * precision where many pages are right.
 */
export async function quality(browser, engine, site, queries, langs, idOf) {
	const server = await serve(site, { pages: pages(engine) });
	const results = {};
	for (const [lang, tag] of Object.entries(langs)) {
		const page = await asker(browser, server, engine, tag);
		await page.init();
		for (const set of Object.keys(queries).filter((name) => name.endsWith(`.${lang}`))) {
			const many = manyRight.test(set);
			const rows = [];
			for (const { q, rel } of queries[set]) {
				const { urls, ms } = await page.ask(q, many ? 400 : 10);
				const found = [...new Set(urls.map(idOf))];
				const right = found.filter((id) => rel.includes(id)).length;
				rows.push({ rank: found.findIndex((id) => rel.includes(id)), recall: right / rel.length, precision: found.length ? right / found.length : 0, ms });
			}
			const share = (is) => rows.filter(is).length / rows.length;
			results[set] = {
				queries: rows.length,
				s1: share(({ rank }) => rank === 0),
				s5: share(({ rank }) => rank >= 0 && rank < 5),
				absent: rows.filter(({ rank }) => rank < 0).length,
				ms: median(rows.map((row) => row.ms)),
				...(many && { recall: mean(rows.map((row) => row.recall)), precision: mean(rows.map((row) => row.precision)) }),
			};
		}
		await page.close();
	}
	server.close();
	return results;
}

/** Titles in other languages than the page's: S@1, and the bytes of the first query. */
export async function crossing(browser, engine, site, queries, langs, samples, idOf) {
	if (!engine.everywhere) {
		return undefined;
	}
	const server = await serve(site, { pages: pages(engine) });
	const [pageLang, ...others] = Object.keys(langs);
	const results = {};
	for (const lang of others) {
		let right = 0;
		const bytes = [];
		const titles = queries[`title.${lang}`].slice(0, samples);
		for (const { q, rel } of titles) {
			const page = await asker(browser, server, engine, langs[pageLang]);
			await page.init();
			const { urls } = await page.ask(q, shown, engine.everywhere);
			right += urls.length > 0 && rel.includes(idOf(urls[0])) ? 1 : 0;
			bytes.push(server.take().reduce((sum, answer) => sum + answer.bytes, 0));
			await page.close();
		}
		results[lang] = { s1: right / titles.length, bytes: median(bytes) };
	}
	server.close();
	return results;
}
