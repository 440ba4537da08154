import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Which rooms each room may import from, itself aside. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  formulas: [],
  'sheets-templates': ['formulas'],
  records: ['formulas', 'sheets-templates'],
  xlsx: ['formulas', 'sheets-templates', 'records'],
  reports: ['formulas', 'sheets-templates', 'records'],
  storage: ['formulas', 'sheets-templates', 'records'],
  plugin: ['formulas', 'sheets-templates', 'records', 'xlsx', 'reports', 'storage'],
  app: ['formulas', 'sheets-templates', 'records', 'xlsx', 'reports', 'storage', 'plugin'],
  cli: ['formulas', 'sheets-templates', 'records', 'xlsx', 'reports', 'storage'],
};
const WITH_SCREEN = new Set(['plugin', 'app']);
/** `import … from 'x'`, `export … from 'x'`, `import('x')`; type-only ones do not count for packages. */
const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g;

interface Found {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function wrong({ file, room, target, typeOnly }: Found): string | null {
  if (target.startsWith('.')) {
    const to = normalize(join(dirname(file), target)).split('/')[0] ?? '';
    return to === room || !(to in MAY) || MAY[room]?.includes(to) ? null : `${file} → ${target}`;
  }
  const screen = target.startsWith('@univerjs/') || /^react(-dom)?(\/|$)/.test(target);
  if (screen && !typeOnly && !WITH_SCREEN.has(room)) return `${file} → ${target}`;
  const node = target.startsWith('node:');
  return node && room !== 'cli' && !file.endsWith('.node.ts') ? `${file} → ${target}` : null;
}

function importsOf(file: string, text: string): Found[] {
  const room = file.split('/')[0] ?? '';
  return [...text.matchAll(IMPORT)].map((m) => ({
    file,
    room,
    typeOnly: m[1] !== undefined,
    target: m[2] ?? m[3] ?? '',
  }));
}

describe('imports', () => {
  it('go one way, and only plugin and app reach Univer and React', () => {
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...Object.keys(MAY)], {
      cwd: root,
      encoding: 'utf8',
    })
      .split('\n')
      .filter((f) => /\.tsx?$/.test(f) && !/\.(test|spec)\.tsx?$/.test(f) && !/\/(browser|testing)\//.test(f));
    expect(files.length).toBeGreaterThan(20);
    const faults = files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')).map(wrong));
    expect(faults.filter((f) => f !== null)).toEqual([]);
  });

  it('notices an import against the direction, a screen library below the screen, and Node in the core', () => {
    const faults = importsOf(
      'records/a.ts',
      "import { x } from '../plugin/index.ts';\nimport { useState } from 'react';\nimport fs from 'node:fs';\nimport type { IRange } from '@univerjs/core';\n",
    );
    expect(faults.map(wrong)).toEqual([
      'records/a.ts → ../plugin/index.ts',
      'records/a.ts → react',
      'records/a.ts → node:fs',
      null,
    ]);
  });
});
