// Links and anchors on every page, at the root of a host, below a path and in the file system. Go's
// browser tests do it, with the browser's own idea of where a link leads; the audit has them judge
// the same site once more.

import { spawnSync } from 'node:child_process';

export async function links(site) {
	const go = spawnSync('go', ['test', '-count=1', '-timeout', '20m', '-run', 'TestPagesWork|TestFaultsAreSeen', './generator/internal/browser'],
		{ cwd: site.repository, encoding: 'utf8', maxBuffer: 1 << 28 });
	if (go.error) {
		throw new Error(`go test did not run: ${go.error}`);
	}
	const said = `${go.stdout}${go.stderr}`;
	const found = said.split('\n').filter(l => /_test\.go:\d+:/.test(l)).map(l => l.trim());
	if (go.status !== 0 && found.length === 0) {
		throw new Error(`go test failed:\n${said}`);
	}
	return { looked: 'all pages at /, /kb/ and file://', found };
}
