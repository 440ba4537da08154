/** Further Chinese names of functions, beside their labels. */
export const aliases: ReadonlyMap<string, string> = new Map([
  ['身份证校验', 'ID.CHECK'],
  ['身份证性别', 'ID.GENDER'],
  ['身份证出生年月', 'ID.BIRTHMONTH'],
  ['年龄', 'AGE.AT'],
  ['工作日', 'WORKDAY.CN'],
  ['长度', 'LEN'],
  ['左取', 'LEFT'],
  ['右取', 'RIGHT'],
  ['截取', 'MID'],
  ['查找', 'FIND'],
  ['求和', 'SUM'],
]);
