// Chromium itself: no page asks another host for anything, breaks the host's policy, or lacks a
// file.

import { Findings, each } from '../chromium.mjs';
import { leadsOn } from '../site.mjs';

export async function requests(site) {
	const findings = new Findings();
	const pages = site.files.map(f => f.path).filter(p => p.endsWith('.html') && !leadsOn(p));
	let seen = 0;
	const visits = [site.url, site.below].flatMap(base => pages
		// The page for unknown addresses has absolute links, so it only holds at the address that
		// the site is built for.
		.filter(p => base === site.url || !p.endsWith('404.html'))
		.map(path => ({ base, path })));
	await each(site.browser, visits, async (page, { base, path }) => {
		const where = base.replace(site.url, '/') + path;
		const heard = {
			request: r => {
				seen++;
				if (!r.url().startsWith(site.url)) {
					findings.add(`asks for ${r.url()}`, where);
				}
			},
			response: r => r.status() >= 400 && findings.add(`${r.status()} for ${r.url()}`, where),
			requestfailed: r => findings.add(`not loaded: ${r.url()} ${r.failure()?.errorText}`, where),
			pageerror: e => findings.add(`script: ${e}`, where),
			console: m => ['error', 'warn'].includes(m.type()) && findings.add(`console: ${m.text()}`, where),
		};
		Object.entries(heard).forEach(([event, hear]) => page.on(event, hear));
		await page.goto(base + path, { waitUntil: 'load' });
		Object.entries(heard).forEach(([event, hear]) => page.off(event, hear));
	});
	return { looked: `${visits.length} visits, ${seen} requests`, found: findings.list() };
}
