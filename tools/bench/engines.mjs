// The searches that are measured. Each says how it indexes a folder of HTML and how a page asks it.
//
// `page` is the script of the page that asks. It sets window.engine = { init(), search(query,
// limit, options) → {total, urls} }, with addresses that begin with the site's. Loading the search
// is part of init, so that it is measured. `root` is the site's address.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

export const kengash = {
	name: 'Kengash',
	folder: 'search',
	/** What indexes a site's folder. */
	command: (site) => [process.env.KENGASH ?? join(here, '../../bin/kengash'), 'index', site],
	/** It has an index for programs as well, which answers alike. */
	native: true,
	/** Which of its files a browser may ask for; the native index is for programs. */
	served: (path) => !path.includes('/bleve/'),
	page: `
		let search;
		window.engine = {
			async init() {
				await new Promise((resolve, reject) => {
					const script = document.createElement('script');
					Object.assign(script, { src: root + 'search/kengash-search.js', onload: resolve, onerror: reject });
					document.head.append(script);
				});
				search = await Kengash.open({ base: root + 'search/' });
			},
			async search(query, limit, options) {
				const { total, hits } = await search.search(query, { limit, ...options });
				return { total, urls: hits.map((hit) => root + hit.url) };
			},
		};`,
	/** The options of a query in all languages of the site, not only the page's. */
	everywhere: { lang: '' },
};

export const pagefind = {
	name: 'Pagefind',
	folder: 'pagefind',
	command: (site) => [pagefindProgram(), '--site', site, '--quiet'],
	served: () => true,
	page: `
		let search;
		window.engine = {
			async init() {
				search = await import(root + 'pagefind/pagefind.js');
				await search.init();
			},
			async search(query, limit) {
				const { results } = await search.search(query);
				const top = await Promise.all(results.slice(0, limit).map((result) => result.data()));
				return { total: results.length, urls: top.map((hit) => hit.url) };
			},
		};`,
};

function pagefindProgram() {
	const program = join(here, `node_modules/@pagefind/linux-${process.arch}/bin/pagefind_extended`);
	if (!existsSync(program)) {
		throw new Error(`there is no Pagefind for ${process.platform} ${process.arch} in node_modules; the bench runs on Linux`);
	}
	return program;
}
