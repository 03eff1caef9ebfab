// Writes package-lock.json anew: `npm run lock`, after a change of package.json.
//
// One package asks for the "latest" of two others, and package.json overrides that, for a pin. npm
// writes down what the package asked for all the same, which npm 9, as Debian has it, cannot read
// beside an override. So the lock says what is installed.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { stdio: 'inherit' });
const { overrides } = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [path, entry] of Object.entries(lock.packages)) {
	for (const name of Object.keys(entry.dependencies ?? {})) {
		if (entry.dependencies[name] === 'latest') {
			if (!(name in overrides)) {
				throw new Error(`${path} asks for the latest ${name}: pin it under "overrides" in package.json`);
			}
			entry.dependencies[name] = overrides[name];
		}
	}
	if (entry.resolved) {
		throw new Error(`${path}: the lock names a host, ${entry.resolved}; .npmrc keeps that out`);
	}
}
writeFileSync('package-lock.json', JSON.stringify(lock, undefined, 2) + '\n');
