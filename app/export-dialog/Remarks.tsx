import { fill, TEXTS } from '../locale/zh-CN.ts';

const texts = TEXTS.export;
/** Of one photo that is missing for everybody nobody reads three hundred sentences. */
const SHOWN = 50;

/** What the clerk should know about the file that was made. */
export function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  const more = remarks.length - SHOWN;
  return (
    <div className="mc-notice mc-remarks">
      <p>{fill(texts.remarks, { n: remarks.length })}</p>
      <ul>
        {[...new Set(remarks.slice(0, SHOWN))].map((item) => (
          <li key={item}>{item}</li>
        ))}
        {more > 0 && <li>{fill(texts.moreRemarks, { n: more })}</li>}
      </ul>
    </div>
  );
}
