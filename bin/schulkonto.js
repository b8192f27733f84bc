#!/usr/bin/env node
'use strict';
const { readFileSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const program = join(dirname(__dirname), 'dist', 'schulkonto.cjs');
const source = readFileSync(program, 'latin1');

/** What `npm run build` has compiled of this very program with this very Node, where only its owner writes; else nothing. */
function compiled() {
  const file = program.replace(/cjs$/, `${source.slice(3, 19)}.${process.version}.${process.arch}.cache`);
  try {
    const { uid } = statSync(program);
    const isSafe = [dirname(file), file]
      .map((path) => statSync(path))
      .every((stat) => stat.uid === uid && !(stat.mode & 0o022));
    return isSafe || process.platform === 'win32' ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

const script = new Script(source, { filename: program, cachedData: compiled() });
script.runInThisContext()(require, (name) => import(name), dirname(program));
