/**
 * What the words of a header say about fields that every pack calls alike, beyond the names a pack lists: the word at
 * its end says what stands below (姓名, 电话, 时间), those before it whose it is (紧急联系电话 is somebody else's).
 */
interface Meaning {
  /** Headers that mean the field whatever else the pack calls it. */
  readonly means?: RegExp;
  /** Headers that share letters with the field's names and speak of something else. */
  readonly never?: RegExp;
  /** The same of all that a header says, brackets too: 政治面貌（入党时间） asks for the time. */
  readonly neverAtAll?: RegExp;
  /** The person's as well, but not the one asked for: taken where there is none better. */
  readonly second?: RegExp;
  /** What headers end with that may well mean the field, whatever stands before: for a column, never for a header row. */
  readonly ends?: RegExp;
}

/** Words for people that a roster names besides the person of the row. */
const OTHERS =
  '紧急|支书|村长|(?:村|居|社区)主任|站长|组织委员|配偶|父|母|爱人|子女|家属|亲属|家庭成员|监护|担保|介绍人|证明人|(?<!被)推荐人(?!选)|引荐|结对|帮扶|帮带|培养联系|挂[钩联]|责任|领导|导师|书记|联系人|经办|填[表报]|审核|考察人|曾用';

/** Whose age or degree a roster may name besides. */
const FAMILY = '配偶|父|母|爱人|子女|家属|亲属';

const PLACES = '乡|镇|街道?|办事处';
const SEATS = '村庄|村民?|社区|居|居委会|村委会|居民?委员会|村民?委员会';
const MENTORS = '结对|帮[带扶]|传帮带|联[系络]|培养|挂[钩联点职包]|带教|指导|包[联村保片]|责任';

const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  [
    'township',
    {
      means: new RegExp(`^(?:现?所[属在]|现|辖区|单位)*(?:${PLACES})(?:[、/和或及]?(?:${PLACES}))*(?:名称?|全称)?$`),
      never:
        /电话|书记|党委|领导|干部|负责|意见|时间|职务|评|地址|住|户籍(?!所?在?(?:乡|镇|街))|籍贯|出生|(?<!归属)地$/,
      ends: new RegExp(`(?:${PLACES})(?:名称?|全称|别|街?办)?$`),
    },
  ],
  [
    'village',
    {
      means: new RegExp(
        `^(?:现?所[属在]|现|任职|服务|工作|行政|户籍|归属|现任职)*(?:${SEATS})(?:[、/和或及]?(?:${SEATS}|级?组织))*(?:名称?|全称|别)?$`,
      ),
      never:
        /(?<!村)组$|(?<!归属)地$|住|结对|帮扶|挂[钩联]|包村|驻村|籍贯|小组|干部(?!所)|书记|支部(?!所在)|职务|岗位|电话|时间|意见|村级(?!组织|单位)|评|户籍(?!所?在?(?:行政)?(?:村|社区))|户口|地址|任职情况/,
      ends: new RegExp(`(?:${SEATS}|村社|村组|村级组织|村级单位)(?:名称?|全称|别)?$`),
    },
  ],
  [
    'name',
    {
      means:
        /^[^、/及和与]*(?:姓名|名字|全名)$|^(?:村级?|拟?推荐的?|被)*(?:后备|储备|推荐|培养|考察|提名)+(?:干部)?(?:人选|人才|对象|干部|力量|人员?)$/,
      never: new RegExp(`^(?!姓名).*(?:${OTHERS}|村名|镇名|学校|单位)`),
      ends: /(?:姓名|名字|全名|人选|人才|对象|力量|人员|干部|骨干|苗子)(?:名单)?$/,
    },
  ],
  ['gender', { means: /^(?:性别?|男(?:[、/或]?女)?)+$/, never: new RegExp(OTHERS), ends: /性别$/ }],
  [
    'birthMonth',
    {
      means: /^(?:本人)?(?:何时)?(?:出生|生|生辰)(?:的|于)?(?:时间|日期?|年份?|月份?|[、.\-/])*$/,
      never: new RegExp(`${OTHERS}|生地|[入加转工任毕推谈招]`),
      ends: /(?:出生|生日|诞生).*[年月日间期于]$|(?:出生|生日)$/,
    },
  ],
  [
    'partyJoinMonth',
    {
      means:
        /^(?:政治面貌[、/及和与]?)?(?:何时|本人)?(?:(?:加?入|参加|成为)(?:中国|中共)?(?:共产)?(?:党(?:组织|员)?|中共)|党龄(?:起算|开始))(?:的?(?:时间|日期?|年份?|月份?|[、.\-/])*)?$/,
      never: new RegExp(`${OTHERS}|团|转正|工作|申请|积极|单位|所在|支部|关系|志愿`),
      ends: /(?:入党|加入.*党|成为.*党员).*[年月日间期于]$|入党$/,
    },
  ],
  ['politicalStatus', { neverAtAll: /入党(?:时间|年月|日期)/ }],
  ['seq', { means: /^(?:顺?序列?号?|行号|编号|流水号|排[列序]?号|项次|no|号)\.?$/ }],
  [
    'age',
    {
      means: /^(?:现|实际|本人)?(?:周岁|年龄|岁数?|年纪|年岁|现年|现龄|足岁|(?:今年)?(?:几岁|多大))(?:周岁)?$/,
      never: new RegExp(`${FAMILY}|党龄|工龄|[村任]龄|平均|社龄|教龄`),
      ends: /(?:年龄|周岁|岁数?)$/,
    },
  ],
  [
    'education',
    {
      means:
        /^(?:现|最高|最终|第一|全日制|毕业|本人|受)*(?:学历|文化|教育)(?:教育|程度|水平|层次|情况)?(?:学历|[、/及和]?学位)?$|^(?:文凭|学历[、/及和与]?专业)$/,
      never: new RegExp(
        `${FAMILY}|^(?!.*学历).*学位|^(?!学历[、/及和与]?专业$).*专业|院校|学校|时间|毕业(?!学历|证学历)|证(?!学历)|编号`,
      ),
      second: /在职|函授|非全日制|在读|进修/,
      ends: /(?:学历|文化|教育)(?:程度|水平|层次)?$|文凭$/,
    },
  ],
  [
    'identity',
    {
      means: /^(?:现|现任|本人|人员|人选|干部|后备|后备干部|对象|职业)*(?:身份|类别|类型|来源)+(?:类别|类型)?$/,
      never: /证|号|政治|户籍|户口|家庭|贫困|产业|行业|岗位等级|收入|经济|政策|资金|推荐(?!类|来源)/,
      ends: /(?:身份|类别|类型|来源|属性|构成|[归分]类|类人员?)$/,
    },
  ],
  [
    'idNumber',
    {
      means:
        /(?:身份证?|公民身份|证件|身份证件)(?:号码?|编号|证号码?)$|^(?:二代|有效|居民|本人)*身份证件?$|^id(?:卡?号码?)?$/,
      never: new RegExp(`${OTHERS}|地址|类型|复印|有效期|银行|社保|护照|毕业|学位|党员证|名称|照片|扫描`),
      ends: /(?:身份证?|证件)(?:号码?|编[号码])?$/,
    },
  ],
  [
    'phone',
    {
      means:
        /^(?:本人|个人|常用|移动|联系|联络|手机|有效|固定)*(?:电话|手机|联系方式|通[讯信]方式|联络方式)(?:号码?)?(?:[、/及和或](?:电话|手机|座机|固话|联系方式)(?:号码?)?)*$|^(?:本人)?(?:联系|联络)号码?$/,
      never: new RegExp(`${OTHERS}|地址|时间|微信|邮箱|QQ`, 'i'),
      second: /家庭|家中|住宅|办公|单位|座机|固定|备用|其[他它]|另|第二|短号/,
      ends: /^(?!.*(?:证|卡|账|户|邮|编|车|门牌|档案)).*(?:电话|手机|号码|联系方式|通[讯信]方式|联络方式)$/,
    },
  ],
  [
    'mentor',
    {
      means: new RegExp(
        `^(?:镇|村|乡|县|级|乡镇|镇村|后备干部|人选)*(?:${MENTORS}|结对)+(?:县|镇|村|级|的)*(?:干部|领导|导师|责任人|党员|同志|人)(?:姓名|名字)?(?:[、/及和与]?(?:单位|职务|职位))*$|^(?:帮[带扶])?(?:导师|师傅)(?:姓名)?(?:[、/及和与]?职务)*$|^(?:结对|挂[钩联]|传?帮带)+$`,
      ),
      never:
        /^联系人$|家庭|家属|亲属|对象|人选|紧急|^(?!.*(?:姓名|职务)).*(?:电话|手机|方式)|时间|日期|内容|意见|成效|效果|措施|方向|年限|计划|次数|记录|地址/,
      // Who looks after a village need not look after its people.
      second: /情况|^包[村片]/,
      ends: new RegExp(
        `(?:${MENTORS}|导师|师傅).*(?:干部|领导|导师|老师|师傅|人|党员|同志|委员|成员|职务|姓名|电话|方式)$`,
      ),
    },
  ],
  [
    'remark',
    { means: /^(?:备注|备考|说明|其[他它]|附注|注)(?:说明|情况|事项|信息|备注)*$|需要?说明的?(?:情况|事项)$/ },
  ],
]);

/**
 * What a header's words (spaces, stars and brackets taken off) say about a field: that they mean it, something else, a
 * second choice, or nothing that is known.
 */
export function meaningOf(key: string, words: string): 'means' | 'never' | 'second' | undefined {
  const meaning = MEANINGS.get(key);
  if (meaning === undefined) return undefined;
  if (meaning.never?.test(words) || meaning.neverAtAll?.test(words)) return 'never';
  if (meaning.second?.test(words)) return 'second';
  return meaning.means?.test(words) ? 'means' : undefined;
}

/** Does all that a header says, with what stands in brackets, speak against a field? */
export function speaksAgainst(key: string, words: string): boolean {
  return MEANINGS.get(key)?.neverAtAll?.test(words) === true;
}

/** No column of a field, whatever its header ends with: somebody else's, or a question about the person. */
const NOT_THEIRS = new RegExp(`^(?:是否|有无|能否|可否)|${OTHERS}`);

/** Does a heading speak of somebody besides the person of the row? */
export function ofSomebodyElse(words: string): boolean {
  return NOT_THEIRS.test(words);
}

/** May a column's header mean a field, by what it ends with? Its cells have to agree. */
export function mayMean(key: string, words: string): boolean {
  const meaning = MEANINGS.get(key);
  if (meaning?.ends?.test(words) !== true || meaning.never?.test(words) === true) return false;
  return key === 'mentor' || !NOT_THEIRS.test(words);
}
