// Outside judges of the site. `node audit.mjs` runs all, `node audit.mjs nu axe` these two; ./run
// first sees that they are there. The site is built anew for the address that it is judged at. The
// exit code is 1 where a judge has found anything.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from './chromium.mjs';
import { choose, files, serve } from './site.mjs';
import { axe } from './judges/axe.mjs';
import { lighthouse } from './judges/lighthouse.mjs';
import { links } from './judges/links.mjs';
import { nu } from './judges/nu.mjs';
import { requests } from './judges/requests.mjs';

/**
 * What each judge is called on the command line. A judge gives rows for the closing table and a
 * list of what it has found.
 */
const judges = { nu, links, requests, axe, lighthouse };

/** What is judged: our own collection, and the sample that runs from right to left. */
const collections = [['own', '.'], ['urdu', 'examples/urdu']];

/**
 * Judges that look at our own collection alone: the Go tests, which build it, and Lighthouse, which
 * would say the same twice.
 */
const once = ['links', 'lighthouse'];

const repository = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..');

async function main(names) {
	const unknown = names.filter(n => !(n in judges));
	if (unknown.length > 0) {
		throw new Error(`there is no judge ${unknown.join(', ')}; known are ${Object.keys(judges).join(', ')}`);
	}
	const rows = [];
	for (const [what, source] of collections) {
		rows.push(...await judge(what, source, names));
	}
	return close(rows);
}

/** Builds a collection and has the judges look at it. */
async function judge(what, source, names) {
	const temp = mkdtempSync(join(tmpdir(), 'kengash-audit-'));
	const dir = join(temp, 'site');
	const server = await serve(dir, join(repository, 'netlify.toml'));
	let browser;
	try {
		const built = execFileSync(join(repository, 'bin', 'kengash'), ['build', '-s', join(repository, source), '-d', dir, '-b', server.url], { encoding: 'utf8' });
		console.log(`\n${what}: ${built.trim()}`);
		browser = await launch(process.env.KENGASH_BROWSER, join(temp, 'profile'));
		const all = files(dir);
		const site = { repository, dir, url: server.url, below: server.below, browser, files: all, chosen: choose(all) };
		const rows = [];
		for (const name of names.length > 0 ? names : Object.keys(judges)) {
			if (source !== '.' && once.includes(name)) {
				continue;
			}
			const start = Date.now();
			console.log(`\n${name} …`);
			const verdict = await judges[name](site);
			for (const f of verdict.found) {
				console.log(`  FAIL ${f}`);
			}
			for (const r of verdict.remarks ?? []) {
				console.log(`  note ${r}`);
			}
			rows.push({ judge: name, looked: `${what}: ${verdict.looked}`, found: verdict.found.length, seconds: Math.round((Date.now() - start) / 1000) });
		}
		return rows;
	} finally {
		await browser?.close();
		server.close();
		rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** Prints the closing table and gives the exit code. */
function close(rows) {
	const width = Math.max(...rows.map(r => r.looked.length));
	console.log('');
	for (const r of rows) {
		const result = r.found === 0 ? 'passed' : `FAILED, ${r.found} found`;
		console.log(`${r.judge.padEnd(10)}  ${r.looked.padEnd(width)}  ${String(r.seconds).padStart(4)} s  ${result}`);
	}
	const failed = rows.filter(r => r.found > 0).length;
	console.log(`${rows.length - failed} passed, ${failed} failed`);
	return failed > 0 ? 1 : 0;
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (err) {
	console.error(`audit: ${err.stack ?? err}`);
	process.exitCode = 1;
}
