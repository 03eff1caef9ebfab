// Measures searches on one corpus and prints a table. README.md explains; `run` calls this.
//
//	node bench.mjs CORPUS [--tree NAME] [--engines kengash,pagefind] [--samples N]
//		[--what build,cost,quality,crossing,places,agree] [--out FILE.json]
//
// A corpus is a folder with trees of HTML, queries.json and corpus.json ({"langs": {"ru": "ru",
// "zh": "zh-cn"}}: keys and lang attributes).

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';

import { agree } from './agree.mjs';
import * as engines from './engines.mjs';
import { build, cost, crossing, quality } from './measure.mjs';
import { works } from './places.mjs';

const { values: options, positionals: [corpus] } = parseArgs({
	allowPositionals: true,
	options: {
		tree: { type: 'string', default: 'pages' },
		engines: { type: 'string', default: 'kengash,pagefind' },
		samples: { type: 'string', default: '9' },
		what: { type: 'string', default: 'build,cost,quality,crossing,places,agree' },
		out: { type: 'string' },
	},
});
const site = resolve(corpus, options.tree);
const { langs } = JSON.parse(readFileSync(join(corpus, 'corpus.json'), 'utf8'));
const what = options.what.split(',');
const samples = Number(options.samples);

/**
 * The page that an address means, in whatever language and whichever of its sections ("page--02" in
 * the tree of sections).
 */
const idOf = (url) => {
	const path = decodeURIComponent(new URL(url, 'http://localhost/').pathname);
	const folder = Object.keys(langs).map((lang) => `/${lang}/`).find((folder) => path.includes(folder));
	return (folder ? path.slice(path.indexOf(folder) + folder.length) : path).replace(/(--\d+)?\.html$/, '');
};

const queries = askable(JSON.parse(readFileSync(join(corpus, 'queries.json'), 'utf8')));

const browser = await chromium.launch({
	executablePath: process.env.KENGASH_BROWSER ?? '/usr/bin/chromium',
	args: [
		...(process.getuid() === 0 ? ['--no-sandbox'] : []), // Chromium has no sandbox for root
		'--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
	],
});
const results = { corpus, tree: options.tree, chromium: browser.version(), engines: {} };
const work = mkdtempSync(join(tmpdir(), 'kengash-bench-'));
try {
	const certificate = what.includes('cost') && selfSigned(work);
	for (const key of options.engines.split(',')) {
		const engine = engines[key];
		const say = (step) => console.error(`${engine.name}: ${step} …`);
		const r = (results.engines[engine.name] = {});
		for (const [step, measure] of Object.entries({
			build: () => build(engine, site),
			cost: () => cost(browser, engine, site, queries, langs, samples, certificate),
			quality: () => quality(browser, engine, site, queries, langs, idOf),
			crossing: () => crossing(browser, engine, site, queries, langs, samples, idOf),
			agree: () => engine.native && agree(engine, site),
			places: () => works(browser, engine, site, queries[`title.${Object.keys(langs)[0]}`][0], Object.values(langs)[0], idOf),
		})) {
			if (what.includes(step)) {
				say(step);
				r[step] = await measure();
			}
		}
	}
} finally {
	await browser.close();
	rmSync(work, { recursive: true });
}
if (options.out) {
	writeFileSync(options.out, JSON.stringify(results, null, '\t') + '\n');
}
console.log(table(results));

/** The queries whose answers are in this tree: a small one has a part of the corpus. */
function askable(sets) {
	const there = new Set(readdirSync(site, { recursive: true }).filter((file) => file.endsWith('.html')).map((file) => idOf(`/${file}`)));
	const kept = {};
	for (const [set, list] of Object.entries(sets)) {
		const asked = list.map((query) => ({ ...query, rel: query.rel.filter((id) => there.has(id)) })).filter(({ rel }) => rel.length > 0);
		if (asked.length > 0) {
			kept[set] = asked;
		}
	}
	return kept;
}

/** A certificate for this machine: browsers speak HTTP/2 only with one. */
function selfSigned(folder) {
	const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
	execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=127.0.0.1'], { stdio: 'ignore' });
	return { key: readFileSync(key), cert: readFileSync(cert) };
}

/** The results as a Markdown table, a column an engine. */
function table({ engines: measured }) {
	const names = Object.keys(measured);
	const rows = [];
	const row = (title, of, print) => {
		const cells = names.map((name) => of(measured[name])).map((value) => (value === undefined || value === null ? '–' : print(value)));
		if (cells.some((cell) => cell !== '–')) {
			rows.push(`| ${title} | ${cells.join(' | ')} |`);
		}
	};
	const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
	const share = (s) => s.toFixed(3).replace(/^0/, '');
	row('build', (r) => r.build?.seconds, (s) => `${s.toFixed(1)} s`);
	row('peak memory', (r) => r.build?.memory, (m) => `${m.toFixed(0)} MB`);
	row('bundle', (r) => r.build?.bytes, (b) => `${(b / 1e6).toFixed(1)} MB`);
	row('files', (r) => r.build?.files, String);
	for (const lang of Object.keys(langs)) {
		const c = (r, which) => r.cost?.[lang]?.[which];
		row(`${lang}: first query, median (p95)`, (r) => c(r, 'first'), (f) => `${kB(f.bytes)} (${kB(f.bytes95)})`);
		row(`${lang}: requests, rounds`, (r) => c(r, 'first'), (f) => `${f.requests}, ${f.rounds}`);
		row(`${lang}: second query`, (r) => c(r, 'second'), (f) => kB(f.bytes));
		row(`${lang}: 150 ms, 1.6 Mbit/s: first, second`, (r) => r.cost?.[lang], (x) => `${(x.first.ms / 1000).toFixed(2)} s, ${(x.second.ms / 1000).toFixed(2)} s`);
	}
	for (const set of Object.keys(queries)) {
		row(`${set}: S@1, S@5, absent`, (r) => r.quality?.[set], (q) => `${share(q.s1)}, ${share(q.s5)}, ${q.absent} of ${q.queries}`);
		row(`${set}: recall, precision`, (r) => r.quality?.[set]?.recall !== undefined ? r.quality[set] : undefined, (q) => `${share(q.recall)}, ${share(q.precision)}`);
	}
	for (const lang of Object.keys(langs).slice(1)) {
		row(`${lang} title asked on a page in ${Object.keys(langs)[0]}: S@1, bytes`, (r) => r.crossing?.[lang], (x) => `${share(x.s1)}, ${kB(x.bytes)}`);
	}
	for (const things of Object.keys(measured[names[0]].agree ?? {})) {
		row(`${things} on which browser and native index agree`, (r) => r.agree?.[things], ({ agree, of }) => `${agree} of ${of}`);
	}
	for (const place of Object.keys(measured[names[0]].places ?? {})) {
		row(place, (r) => r.places?.[place], (ok) => (ok ? 'works' : 'does not work'));
	}
	return [`| | ${names.join(' | ')} |`, `|---|${'---|'.repeat(names.length)}`, ...rows].join('\n');
}
