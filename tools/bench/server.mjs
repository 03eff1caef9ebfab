// A static host for the bench: brotli, and on demand a slow line. The delay is made here, not in
// the browser's developer tools, since these do not slow what a worker loads.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { extname, join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';

const types = {
	'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
	'.wasm': 'application/wasm', '.svg': 'image/svg+xml',
};

/**
 * Serves a folder at a path. `pages` are virtual: name → function of the URL → content. A slow line
 * is {key, cert, delay (ms), rate (Mbit/s)}: HTTP/2, each answer late by the delay, all answers
 * sharing the rate. compress: false leaves brotli out. take() gives the answers since the last
 * call: {path, bytes, from, to}, in ms.
 */
export async function serve(folder, { base = '/', pages = {}, slow, headers = {}, compress = true } = {}) {
	const packed = new Map();
	let log = [];
	let lineFree = 0;

	const answer = async (request, response) => {
		const from = performance.now();
		const url = new URL(request.url, 'http://localhost');
		const path = normalize(decodeURIComponent(url.pathname));
		const name = path.startsWith(base) ? path.slice(base.length) : '.'; // outside there is nothing
		if (slow) {
			await wait(slow.delay);
		}
		const type = types[extname(path)];
		let status = 200;
		let body;
		try {
			body = pages[name] ? Buffer.from(pages[name](url)) : readFileSync(join(folder, name));
		} catch {
			status = 404;
			body = Buffer.from('not found');
		}
		const head = { 'cache-control': 'max-age=3600', 'content-type': type ?? 'application/octet-stream', ...headers };
		if (compress && type && status === 200) {
			if (!packed.has(request.url)) {
				packed.set(request.url, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
			}
			body = packed.get(request.url);
			head['content-encoding'] = 'br';
		}
		head['content-length'] = body.length;
		if (slow) {
			const now = performance.now();
			lineFree = Math.max(lineFree, now) + (body.length * 8) / (slow.rate * 1000);
			await wait(lineFree - now);
		}
		response.writeHead(status, head);
		response.end(body);
		log.push({ path, bytes: body.length, from, to: performance.now() });
	};

	const server = slow ? createSecureServer({ key: slow.key, cert: slow.cert, allowHTTP1: true }, answer) : createServer(answer);
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		root: `${slow ? 'https' : 'http'}://127.0.0.1:${server.address().port}${base}`,
		take: () => {
			const taken = log;
			log = [];
			return taken;
		},
		close: () => server.close(),
	};
}

/**
 * How many answers one after the other a page had to wait for: the longest chain in which each
 * begins after the last has ended.
 */
export function rounds(answers) {
	const depth = [];
	const ordered = [...answers].sort((a, b) => a.from - b.from);
	ordered.forEach((answer, i) => {
		depth[i] = 1 + Math.max(0, ...ordered.slice(0, i).map((earlier, j) => (earlier.to <= answer.from ? depth[j] : 0)));
	});
	return Math.max(0, ...depth);
}
