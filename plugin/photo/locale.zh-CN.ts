import { MAX_BYTES, MAX_PIXELS, MIN_SIDE, type PhotoRefusal } from './accept-picture.ts';

const mb = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** What happened, and what to do. */
export interface Sentence {
  readonly what: string;
  readonly remedy: string;
}

type Say = (refusal: PhotoRefusal) => Sentence;
const JPG = '请换一张 JPG 或 PNG 格式的照片。';
const foreign =
  (name: string): Say =>
  () => ({ what: `这是 ${name} 文件，浏览器显示不了。`, remedy: '请先用看图软件打开，另存为 JPG，再放进来。' });

const SENTENCES: Readonly<Record<PhotoRefusal['code'], Say>> = {
  empty: () => ({ what: '这个文件是空的（0 字节）。', remedy: '多半是没有传完。请重新接收或拷贝一次，再放进来。' }),
  unreadable: () => ({ what: '这个文件读不出来。', remedy: '它可能已被移走或删除。请重新选择。' }),
  fileTooLarge: ({ bytes = 0 }) => ({
    what: `这个文件有 ${mb(bytes)}，太大了（最大 ${mb(MAX_BYTES)}）。`,
    remedy: '请用看图软件或手机把照片缩小，例如长边 2000 像素，再放进来。',
  }),
  tooManyPixels: ({ width = 0, height = 0 }) => ({
    what: `这张图片有 ${width}×${height} 像素，太大了（最多 ${Math.round(MAX_PIXELS / 10_000)} 万像素），没有打开。`,
    remedy: '请用看图软件把照片缩小，例如长边 2000 像素，再放进来。',
  }),
  tooFewPixels: ({ width = 0, height = 0 }) => ({
    what: `这张图片只有 ${width}×${height} 像素，太小了（每边至少 ${MIN_SIDE} 像素），看不清人。`,
    remedy: '请换一张大一些的照片。聊天软件里请发“原图”。',
  }),
  notPicture: () => ({ what: '这个文件不是图片。', remedy: JPG }),
  broken: () => ({
    what: '这张图片打不开，文件可能已经损坏或没有传完。',
    remedy: `请重新接收或拷贝一次；还不行，${JPG}`,
  }),
  cmyk: () => ({
    what: '这张照片用的是印刷颜色（CMYK），浏览器打不开。',
    remedy: '请用看图软件打开，另存为 RGB 颜色的 JPG，再放进来。',
  }),
  heic: () => ({
    what: '这是手机的 HEIC 照片，电脑浏览器显示不了。',
    remedy:
      '请在手机上改存为 JPG：苹果手机在“设置→相机→格式”选“兼容性最佳”后重拍，或把照片用微信发给自己（不选原图）再保存；安卓手机在相册里选“另存为 JPG”。',
  }),
  tiff: foreign('TIFF'),
  raw: foreign('相机原始格式（RAW）'),
  psd: foreign('Photoshop（PSD）'),
  svg: foreign('SVG 矢量图'),
  pdf: () => ({ what: '这是 PDF 文件，不是照片。', remedy: '请把里面的照片截图或另存为 JPG，再放进来。' }),
};

/** Why a file does not become a photo, and what to do. */
export function refusalSentence(refusal: PhotoRefusal): Sentence {
  return SENTENCES[refusal.code](refusal);
}

/** The words of photos. */
export const PHOTO_WORDS = {
  title: (name: string): string => (name === '' ? '放照片' : `${name}的照片`),
  opening: '正在打开照片…',
  saving: '正在保存…',
  frame: '取景框。方向键移动，加号减号缩放',
  hint: '拖动方框选取头像，滚轮或滑块调整大小；也可以用方向键移动，加号、减号缩放。',
  size: '取景大小',
  preview: '表上的样子',
  ratio: '35×45 毫米',
  small: '这张照片像素不多，打印出来可能有些模糊。',
  animated: '这是动图，只取第一幅画面。',
  ok: '确定',
  cancel: '取消',
  again: '另选一张…',
  close: '知道了',
  refused: '这张照片放不进来',
  notSaved: '照片没有保存',
  unchanged: '原来的照片没有改动。',
  choose: '选择照片…',
  change: '换一张…',
  remove: '删除照片',
  ways: '也可以按 Ctrl+V 粘贴，或把图片拖到表上',
  missing: '照片找不到了，请重新放一张',
  drop: (name: string): string => (name === '' ? '松开鼠标，放照片' : `松开鼠标，放 ${name} 的照片`),
  done: (name: string): string => (name === '' ? '照片已放好' : `${name}的照片已放好`),
  removed: (name: string): string => (name === '' ? '照片已删除，可撤销' : `${name}的照片已删除，可撤销`),
  several: '一次只能放一张照片，已取第一张。',
  gone: '这个人已经不在名册里，照片没有放。',
  readOnly: '本窗口只能查看，不能放照片。',
} as const;
