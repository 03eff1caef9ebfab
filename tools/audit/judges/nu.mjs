// The Nu checker: are HTML, style sheets and SVG what the standards say?

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { Findings } from '../chromium.mjs';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

export async function nu(site) {
	const findings = new Findings();
	const looked = [];
	for (const [type, option] of [['html', '--html'], ['css', '--css'], ['svg', '--svg']]) {
		const paths = site.files.filter(f => f.path.endsWith(`.${type}`)).map(f => join(site.dir, f.path));
		if (paths.length === 0) {
			continue;
		}
		looked.push(`${paths.length} ${type}`);
		const java = spawnSync(process.env.KENGASH_JAVA ?? 'java', ['-jar', jar, '--stdout', '--format', 'json', '--exit-zero-always', option, ...paths],
			{ encoding: 'utf8', maxBuffer: 1 << 28 });
		if (java.error || java.status !== 0) {
			throw new Error(`the Nu checker did not run: ${java.error ?? java.stderr}`);
		}
		for (const m of JSON.parse(java.stdout).messages) {
			const kind = m.type === 'info' ? m.subType ?? 'info' : m.type;
			const file = m.url ? relative(site.dir, new URL(m.url).pathname) : '';
			findings.add(`${kind}: ${m.message}`, `${file}:${m.lastLine ?? ''} ${(m.extract ?? '').trim().slice(0, 80)}`);
		}
	}
	return { looked: looked.join(', '), found: findings.list() };
}
