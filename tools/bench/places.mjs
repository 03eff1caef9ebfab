// Where a search works: places that a static site is read from. Each asks one title and wants its
// page among the first five.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { pages } from './measure.mjs';
import { serve } from './server.mjs';

const places = {
	'from a disk (file://)': undefined,
	"policy script-src 'self'": { headers: { 'content-security-policy': "default-src 'self'" } },
	'below /kb/': { base: '/kb/' },
	'host without compression': { compress: false },
};

/** Place → whether the search works there. */
export async function works(browser, engine, site, query, lang, idOf) {
	const results = {};
	for (const [place, host] of Object.entries(places)) {
		const virtual = pages(engine);
		const server = host && (await serve(site, { pages: virtual, ...host }));
		const files = server ? [] : Object.keys(virtual).map((name) => join(site, name));
		for (const file of files) {
			writeFileSync(file, virtual[file.slice(site.length + 1)](new URL(`http://localhost/?lang=${lang}`)));
		}
		const context = await browser.newContext();
		const page = await context.newPage();
		try {
			await page.goto(server ? `${server.root}ask.html?lang=${lang}` : pathToFileURL(files[0]).href);
			const ask = page.evaluate(async (query) => {
				await engine.init();
				return engine.search(query, 5);
			}, query.q);
			const { urls } = await Promise.race([ask, page.waitForTimeout(10_000).then(() => ({ urls: [] }))]);
			results[place] = urls.some((url) => query.rel.includes(idOf(url)));
		} catch {
			results[place] = false;
		}
		await context.close();
		server?.close();
		files.forEach((file) => rmSync(file));
	}
	return results;
}
