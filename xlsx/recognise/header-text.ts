/** A header as it is compared: without spaces, stars, numbering and notes. */
export interface HeaderText {
  /** Without what stands in brackets: `身份证号（必填）` → `身份证号`. */
  readonly core: string;
  /** With what stands in brackets: `村(社区)` → `村社区`. */
  readonly full: string;
}

/** A label in English behind or before the Chinese one: 姓名Name, Phone/电话. What tells an account (QQ号, 微信wechat) stays. */
const ACCOUNT = 'qq|we|wx|vx|e?-?mail';
const TRANSLATED = new RegExp(
  `(?<=\\p{Script=Han}{2}|序)[/|·-]?(?!${ACCOUNT})[a-z][a-z./&-]*$|^(?!${ACCOUNT}|id(?!.*证))[a-z][a-z./&-]+(?=\\p{Script=Han}{2})`,
  'u',
);

const cache = new Map<string, HeaderText>();

/** Makes `*联系电话`, `姓\n名`, `（3）学 历：` and `学历` comparable, 人选一 and 人选 too. */
export function headerText(text: string): HeaderText {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const squeezed = withoutInstruction(text.normalize('NFKC'))
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/^[([]?[\d一二三四五六七八九十]{1,2}[)\].、:]+(?=.)/, '')
    .replace(/(?<=.)\((?:必填|选填|必选|可选|下拉|单选|必须填写?|不填)\)/g, '')
    .replace(/[*＊★☆※▲#·•:："'“”‘’]/g, '')
    .replace(/(?<=人选|干部|人员|姓名|对象|电话|手机|号码)[\d一二三①②③]$/, '')
    .toLowerCase()
    .replace(TRANSLATED, '');
  const full = squeezed.replace(/[()[\]【】〔〕<>《》{},，。;；]/g, '');
  const core = squeezed
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>/g, '')
    .replace(/[()[\]【】〔〕<>《》{},，。;；]/g, '');
  const made = { core: core === '' ? full : core, full };
  // Headers are few; a hostile sheet's many texts shall not stay.
  if (cache.size > 5000) cache.clear();
  cache.set(text, made);
  return made;
}

/** How what stands behind a label begins, if it says how to fill the column in. */
const INSTRUCTION =
  /[\s:：-]+(?=(?:填|请|须|应|需(?!要)|例?如|格式|设为|截[至止]|非党员|没有|无则|不是|从(?!业|事)|按|与|必填|选填|下拉|全称|精确|统一|\d{1,2}(?:位|名|人|岁)))/u;

/** 联系电话⏎填手机号码: the label alone. */
function withoutInstruction(text: string): string {
  const at = text.search(INSTRUCTION);
  return at >= 2 && /\p{Script=Han}{2}/u.test(text.slice(0, at).replace(/\s+/g, '')) ? text.slice(0, at) : text;
}
