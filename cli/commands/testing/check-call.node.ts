import { fileURLToPath } from 'node:url';
import { check } from '../check.ts';

/** A row of the official roster in which nothing is wrong, as a clerk writes it. */
export const GOOD = [
  '1',
  '南城镇',
  '白虎村',
  '蔡玉平',
  ' 女',
  '1986年6月',
  '无',
  '31',
  '高中毕业',
  '村民小组长',
  '510104198606111483',
  '150-5200-3565',
  '周华 驻村第一书记',
  '',
];
/** Runs `check` with these arguments; what it said, and its exit code. */
export async function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await check.run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: false,
    packs: fileURLToPath(new URL('../../../sheets-templates', import.meta.url)),
  });
  return { code, out, err };
}
