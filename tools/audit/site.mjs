// The built site: its files, the pages that judges take as samples, and a host that serves it.

import { createReadStream, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, dirname, extname, join, posix, relative, sep } from 'node:path';
import { createGzip } from 'node:zlib';

const below = '/kb/'; // where the site is served a second time

/** The files of a folder, as paths with slashes. */
export function files(dir) {
	const found = [];
	const walk = d => {
		for (const entry of readdirSync(d, { withFileTypes: true })) {
			const path = join(d, entry.name);
			entry.isDirectory() ? walk(path) : found.push({ path: relative(dir, path).split(sep).join('/'), size: statSync(path).size });
		}
	};
	walk(dir);
	return found;
}

/** Whether a page only leads to another, from an address that was published. */
export const leadsOn = path => basename(path) === 'parallel.html';

/**
 * One page of every kind: of each folder its list and its largest page, which holds most of what
 * the kind can hold; and all pages that are no list of a kind, such as homes and the pages for
 * unknown addresses. Pages that only lead to another are no samples.
 */
export function choose(all) {
	const largest = new Map();
	const chosen = [];
	for (const f of all.filter(f => f.path.endsWith('.html') && !leadsOn(f.path))) {
		const folder = dirname(f.path);
		if (basename(f.path) === 'index.html' || f.path.split('/').length <= 2) {
			chosen.push(f.path);
		} else if (!largest.has(folder) || largest.get(folder).size < f.size) {
			largest.set(folder, f);
		}
	}
	return [...chosen, ...[...largest.values()].map(f => f.path)].sort();
}

const types = {
	'.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml', '.xml': 'application/xml', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json',
};

/**
 * Serves a folder as its host is asked to: with the headers of netlify.toml, compressed, at the
 * root and below a path.
 */
export async function serve(dir, config) {
	const headers = hostHeaders(config);
	const server = createServer((request, response) => {
		let path = posix.normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
		if (path.startsWith(below)) {
			path = path.slice(below.length - 1);
		}
		if (path.endsWith('/')) {
			path += 'index.html';
		}
		// Browsers ask for it where a page names no icon. It is no request of the page.
		if (path === '/favicon.ico') {
			response.writeHead(204).end();
			return;
		}
		let status = 200;
		if (!isFile(join(dir, path))) {
			status = 404;
			const own = `/${path.split('/')[1]}/404.html`;
			path = isFile(join(dir, own)) ? own : '/404.html';
		}
		const type = types[extname(path)] ?? 'application/octet-stream';
		const pack = /text|svg|xml|json/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
		response.writeHead(status, { ...headers, 'Content-Type': type, ...(pack && { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }) });
		const file = createReadStream(join(dir, path)).on('error', () => response.destroy());
		(pack ? file.pipe(createGzip()) : file).pipe(response);
	});
	await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${server.address().port}`;
	return { url: `${origin}/`, below: origin + below, close: () => { server.close(); server.closeAllConnections(); } };
}

const isFile = path => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/**
 * The headers that netlify.toml wants with every file. It reads just the one table, which has a
 * string on each line.
 */
function hostHeaders(config) {
	const table = readFileSync(config, 'utf8').match(/for = "\/\*"\n\[headers\.values\]\n((?:[\w-]+ = ".*"\n)+)/);
	if (table === null) {
		throw new Error(`${config}: no [headers.values] with one "Name = value" a line after for = "/*"`);
	}
	return Object.fromEntries(table[1].trim().split('\n').map(line => line.match(/^([\w-]+) = "(.*)"$/).slice(1)));
}
