// Whether a browser answers as the native index does: the tests of search/client_test.go, on the
// index of a whole tree.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Generated queries of every kind in all languages, asked of both sides, and whatever else these
 * tests hold one side against the other by (the words of the index); each says "N of M things
 * agree". Gives {things: {agree, of}}, and fails if a test does.
 */
export async function agree(engine, site) {
	const child = spawn('go', ['test', './search', '-run', 'Client', '-count=1', '-v', '-timeout', '3h'], {
		cwd: repository,
		env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-trimpath', KENGASH_SEARCH_INDEX: join(site, engine.folder) },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let said = '';
	child.stdout.on('data', (text) => (said += text));
	const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
	const found = [...said.matchAll(/(\d+) of (\d+) (\w+)(?: of \d+ \w+)? agree/g)].map(([, agree, of, things]) => [things, { agree: Number(agree), of: Number(of) }]);
	if (code !== 0 || found.length === 0) {
		throw new Error(`go test ended with ${code}, and ${found.length === 0 ? 'compared nothing' : 'found differences'}:\n${said}`);
	}
	return Object.fromEntries(found);
}
