/** Words by which a clerk says that a cell is empty on purpose. */
export const blankWords: readonly string[] = [
  '无',
  '没有',
  '暂无',
  '空',
  '空白',
  '空缺',
  'N/A',
  'n/a',
  'NA',
  '#N/A',
  '〇',
  '○',
  'nil',
  'null',
];

/** The two genders as they are written unless a formula says otherwise. */
export const maleWord = '男';
export const femaleWord = '女';

/** Names for the two genders, in small letters, in Chinese and in the digits of national code lists (GB/T 2261.1). */
export const genderWords: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ['1', 'male'],
  ['2', 'female'],
  ['男', 'male'],
  ['男性', 'male'],
  ['男士', 'male'],
  ['男的', 'male'],
  ['男同志', 'male'],
  ['男生', 'male'],
  ['♂', 'male'],
  ['♀', 'female'],
  ['m', 'male'],
  ['male', 'male'],
  ['女', 'female'],
  ['女性', 'female'],
  ['女士', 'female'],
  ['女的', 'female'],
  ['女同志', 'female'],
  ['女生', 'female'],
  ['f', 'female'],
  ['female', 'female'],
]);

/** What a clerk writes before a gender. */
export const genderLabel = /^性别:?\s*/u;

/**
 * Education in its normal form, with its rank: 中专 技校 职高 count as 高中.
 * A pattern matches the whole text once the qualifiers below are taken away.
 */
export const educationForms: readonly { readonly form: string; readonly rank: number; readonly pattern: RegExp }[] = [
  { form: '小学', rank: 1, pattern: /^(小学|高小|初小|完小)$/u },
  { form: '初中', rank: 2, pattern: /^(初中|初中生|初级中学|普通初中)$/u },
  {
    form: '中专',
    rank: 3,
    pattern: /^(中专|中专生|中等专科|中等专业学校|中等专业|普通中专|职业中专|成人中专|中师|中等师范|中技中专)$/u,
  },
  { form: '技校', rank: 3, pattern: /^(技校|技工学校|中技|技工|技师学院)$/u },
  { form: '职高', rank: 3, pattern: /^(职高|职业高中|职中|职业中学|中职|中等职业学校|中等职业|中等职业教育)$/u },
  { form: '高中', rank: 3, pattern: /^(高中|高中生|普通高中|普高|高级中学)$/u },
  {
    form: '大专',
    rank: 4,
    pattern:
      /^(大专|大专生|专科|专科生|大学专科|高等专科|高专|高职|高职高专|高等职业|高等职业教育|大学大专|大普专科)$/u,
  },
  {
    form: '本科',
    rank: 5,
    pattern:
      /^(本科|本科生|大学|大学本科|学士|本科学士|大学学士|学士学位|专升本|大本|二本|一本|三本|双学士|(?:哲|经济|法|教育|文|历史|理|工|农|医|军事|管理|艺术)学学士|第二学士学位|大学普通班)$/u,
  },
  {
    form: '研究生',
    rank: 6,
    pattern:
      /^(研究生|硕士|博士|硕士研究生|博士研究生|硕士生|博士生|(?:哲|经济|法|教育|文|历史|理|工|农|医|军事|管理|艺术)学[硕博]士|研究生硕士|研究生博士|硕士学位|博士学位|硕博|博士后|大学研究生|研究生班|MBA|MPA|EMBA)$/u,
  },
];

/** What may stand around a degree of education without changing it. 肄业 and 在读 do change it. */
export const educationQualifiers =
  /(全日制普通|普通全日制|非全日制|全日制|在职教育|在职|函授|自学考试|自考|成人教育|成教|成人|网络教育|网络|网教|远程教育|远程|国家开放大学|开放大学|广播电视大学|电大|夜大|业余|党校|省委党校|中央党校|统招|普通高等教育|高等教育|国民教育|毕业生|毕业|文凭|普通|学历|文化程度|文化|程度|教育)/gu;

/** What a clerk writes before a phone number, and the notes behind it that say nothing else than whose own it is. */
export const phoneLabel =
  /^(?:[☎☏✆📞📱]\uFE0F?|电话\(手机\)|(?:移动|联通|电信)(?=:)|联系电话|联系方式|移动电话|手机号码|电话号码|手机号|电话|手机|座机|固话|本人(?=:)|tel\.?|mobile|cell|m(?=:))\s*:?\s*/iu;
export const phoneNote =
  /\s*[([【]?(?:本人(?:手机|电话)?|手机|移动|联通|电信|微信|同微信|微信号?同(?:号|步)?)[)\]】]?$/u;

/** Such a note by itself, behind a comma. */
export const onlyPhoneNote = /^(?:本人|手机|微信|同微信|微信号?同(?:号|步)?)$/u;

/** What a clerk writes before an ID number. */
export const idLabel =
  /^(?:(?:公民|居民|二代)*(?:身份证?(?:件|号码|号|编号)*|证件(?:号码|号)?|号码|证号)|id(?:card)?(?:no\.?|number)?)[为是:]?(?=[\d([])/iu;

/** What a clerk writes behind an ID number: that it is one, whose, that it was looked at. */
export const idNote = /(?:\((?:(?:居民)?身份证(?:号码?)?|本人|已核[对实]?)\)|已核[对实]?)$/u;
