// Chromium as the judges use it.

import puppeteer from 'puppeteer-core';

/**
 * Starts a browser with an empty profile that asks nobody on the network: only this machine has an
 * address for it.
 */
export function launch(program, profile) {
	return puppeteer.launch({
		executablePath: program,
		userDataDir: profile,
		headless: true,
		args: [
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium has no sandbox for root
			'--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
			'--disable-sync', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
		],
	});
}

/**
 * A page that nothing is stored for, in a language that the site does not have, so that the chooser
 * of languages stays.
 */
export async function open(browser) {
	const context = await browser.createBrowserContext();
	const page = await context.newPage();
	const session = await page.createCDPSession();
	await session.send('Emulation.setUserAgentOverride', { userAgent: await browser.userAgent(), acceptLanguage: 'xx' });
	return { page, close: () => context.close() };
}

/** Runs work for each item in two pages side by side. */
export async function each(browser, items, work) {
	const queue = [...items];
	await Promise.all([1, 2].map(async () => {
		const tab = await open(browser);
		while (queue.length > 0) {
			await work(tab.page, queue.shift());
		}
		await tab.close();
	}));
}

/** Gathers findings that many pages share, so that a fault of one template is told once. */
export class Findings {
	#where = new Map();

	add(what, where) {
		if (!this.#where.has(what)) {
			this.#where.set(what, []);
		}
		this.#where.get(what).push(where);
	}

	list() {
		return [...this.#where].map(([what, where]) => {
			const more = where.length > 3 ? ` and ${where.length - 3} more` : '';
			return `${what}\n       at ${where.slice(0, 3).join('; ')}${more}`;
		});
	}
}
