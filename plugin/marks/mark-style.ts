import type { ICellCustomRender } from '@univerjs/core';
import type { Severity } from '../../sheets-templates/schema.ts';

/** Colours of a marked cell: a tint one can read through, and a line at its foot. */
export const SEVERITY_COLOURS: Readonly<Record<Severity, { tint: string; line: string }>> = {
  error: { tint: 'rgba(217, 48, 37, 0.14)', line: '#d93025' },
  warning: { tint: 'rgba(240, 160, 0, 0.18)', line: '#e08a00' },
  info: { tint: 'rgba(26, 115, 232, 0.08)', line: '#1a73e8' },
};

function painter(severity: Severity): ICellCustomRender {
  const { tint, line } = SEVERITY_COLOURS[severity];
  return {
    drawWith(ctx, info) {
      const { primaryWithCoord } = info;
      const { startX, startY, endX, endY } = primaryWithCoord.isMergedMainCell
        ? primaryWithCoord.mergeInfo
        : primaryWithCoord;
      ctx.save();
      ctx.fillStyle = tint;
      ctx.fillRect(startX, startY, endX - startX, endY - startY);
      ctx.fillStyle = line;
      ctx.fillRect(startX + 1, endY - 3, endX - startX - 2, 2);
      ctx.restore();
    },
  };
}

/** Drawn over the cell, so that a copy of it carries no colour into another program. */
export const PAINTERS: Readonly<Record<Severity, ICellCustomRender>> = {
  error: painter('error'),
  warning: painter('warning'),
  info: painter('info'),
};

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** The gravest of some severities. */
export function gravest(severities: Iterable<Severity>): Severity | null {
  let worst: Severity | null = null;
  for (const s of severities) if (worst === null || RANK[s] > RANK[worst]) worst = s;
  return worst;
}
