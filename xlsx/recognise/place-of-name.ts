/**
 * The township and village that a file's path or a sheet's name speaks of: `南城镇-白虎村-张三-纪实表.xlsx`,
 * `收到/金牛社区/张三.xlsx`. Parts are what stands between separators; '' for what is not said. Only whole parts count: in
 * `张村来信` nobody lives.
 */
export function placeOfName(...names: readonly string[]): { readonly township: string; readonly village: string } {
  let township = '';
  let village = '';
  // From the inside: a sheet's name before the file's, a file's before its folder's.
  for (const name of names) {
    const parts = name
      .normalize('NFKC')
      .replace(/\.[A-Za-z]{2,5}$/, '')
      .split(/[\\/\-—_－~·.,，、()（）[\]【】\s]+/)
      .reverse();
    for (const part of parts) {
      const whole =
        /^(?:\p{Script=Han}{2,4}[县市区])?(\p{Script=Han}{1,6}(?:街道|镇|乡))?(\p{Script=Han}{1,12}?(?:社区|村))?$/u.exec(
          part,
        );
      if (whole === null || part === '') continue;
      township ||= whole[1] ?? '';
      village ||= whole[2] ?? '';
    }
  }
  return { township, village };
}
