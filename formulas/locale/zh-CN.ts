/** The words of one function: its name in a list, a sentence of help, and its parameters in order. */
export interface FunctionWords {
  readonly label: string;
  readonly help: string;
  readonly parameters: readonly string[];
}

const entry = (
  name: string,
  label: string,
  help: string,
  ...parameters: readonly string[]
): readonly [string, FunctionWords] => [name, { label, help, parameters }];

export const words: ReadonlyMap<string, FunctionWords> = new Map([
  entry('TEXT.CLEAN', '整理文本', '去掉首尾空格和看不见的字符，中间的连续空格并成一个。', '文本'),
  entry('TEXT.ORBLANK', '整理文本或空', '整理文本；“无”“—”“/”一类的写法视为空。', '文本', '另外视为空的词'),
  entry('NAME.CLEAN', '整理姓名', '去掉两字姓名中间的空格，间隔号统一为“·”。', '姓名'),
  entry('GENDER.CLEAN', '整理性别', '“男性”“女士”等统一为“男”“女”。', '文本', '男的写法', '女的写法'),
  entry('CHOICE.CLEAN', '整理选项', '与选项只差空格、括号的写法统一为该选项。', '文本', '选项'),
  entry('CHOICE.OK', '是选项之一', '内容为空，或是选项之一（多个用“、”隔开）。', '文本', '选项'),
  entry('EDU.CLEAN', '整理学历', '“大学”“大学本科”统一为“本科”，“专科”统一为“大专”等。', '学历'),
  entry('EDU.RANK', '学历高低', '小学 1、初中 2、高中（中专、技校、职高）3、大专 4、本科 5、研究生 6。', '学历'),
  entry('PHONE.CLEAN', '整理电话', '去掉手机号里的空格、短横和 +86，全角数字改半角。', '电话'),
  entry('PHONE.OK', '电话正确', '11 位手机号，或带区号的座机。', '电话'),
  entry('ID.CLEAN', '整理身份证号码', '去掉空格和前面的单引号，全角改半角，x 改为 X。', '身份证号码'),
  entry('ID.REASON', '身份证号码的问题', '正确时为空，否则是问题的代号。', '身份证号码', '截止日期'),
  entry('ID.CHECK', '身份证号码正确', '按 GB 11643 校验长度、日期和校验码。', '身份证号码', '截止日期'),
  entry(
    'ID.REGION.OK',
    '行政区划代码可信',
    '身份证号码前 6 位像是一个（曾经的）县级行政区划代码。',
    '身份证号码',
    '截止日期',
  ),
  entry(
    'ID.GENDER',
    '身份证上的性别',
    '由顺序码的奇偶得出；号码有误时为空。',
    '身份证号码',
    '截止日期',
    '男的写法',
    '女的写法',
  ),
  entry('ID.BIRTHMONTH', '身份证上的出生年月', '如 1990.05；号码有误时为空。', '身份证号码', '截止日期'),
  entry('ID.UPGRADE', '15 位升 18 位', '补上世纪和校验码。', '身份证号码'),
  entry(
    'YEARMONTH',
    '整理年月',
    '各种写法统一为 1990.05；1990.1 按身份证号码判断是 1 月还是 10 月。',
    '文本',
    '截止日期',
    '身份证号码',
    '另外视为空的词',
  ),
  entry('YEARMONTH.AMBIGUOUS', '年月两可', '1990.1 既可能是 1 月，也可能是丢了 0 的 10 月。', '年月'),
  entry('YEARMONTH.OK', '年月格式正确', '空，或 1990.05 的样子。', '年月'),
  entry('MONTH.NUMBER', '年月序数', '年 × 12 + 月 − 1，用来比较先后。', '年月或日期'),
  entry('YEARS.BETWEEN', '相隔整年', '两个年月之间的整年数。', '从', '到'),
  entry('AGE.AT', '周岁', '截止日期时的周岁，先看身份证号码，再看出生年月。', '身份证号码', '出生年月', '截止日期'),
  entry('AGE.OK', '年龄相符', '年龄与身份证号码（或出生年月）相符。', '年龄', '身份证号码', '出生年月', '截止日期'),
  entry('AGE.CLEAN', '整理年龄', '去掉“岁”“周岁”。', '年龄'),
  entry('EQ', '等于', '两边相同。', '左', '右'),
  entry('NE', '不等于', '两边不同。', '左', '右'),
  entry('AGREE', '不矛盾', '两边相同，或有一边为空。', '左', '右'),
  entry('LT', '小于', '左边小于右边；有一边为空时不判断。', '左', '右'),
  entry('LE', '不大于', '左边不大于右边；有一边为空时不判断。', '左', '右'),
  entry('GE', '不小于', '左边不小于右边；有一边为空时不判断。', '左', '右'),
  entry('GT', '大于', '左边大于右边；有一边为空时不判断。', '左', '右'),
  entry('AND', '并且', '全部成立。', '条件 1', '条件 2', '条件 3', '条件 4'),
  entry('OR', '或者', '有一个成立。', '条件 1', '条件 2', '条件 3', '条件 4'),
  entry('NOT', '不成立', '条件不成立。', '条件'),
  entry('IF', '如果', '条件成立时取前者，否则取后者。', '条件', '成立时', '不成立时'),
  entry('COALESCE', '第一个非空', '依次取第一个不为空的值。', '值 1', '值 2', '值 3', '值 4'),
  entry('IN', '在列表中', '内容是列表中的一项。', '文本', '列表'),
  entry('ANYIN', '有一项在列表中', '用“、”隔开的各项里，有一项在列表中。', '文本', '列表'),
  entry('ISBLANK', '为空', '没有内容。', '值'),
  entry('FILLED', '已填', '有内容。', '值'),
  entry('TEXT.ENDS', '以…结尾', '文本以给定的字结尾。', '文本', '结尾'),
  entry('LEN', '字数', '字符个数，生僻字算一个。', '文本'),
]);
