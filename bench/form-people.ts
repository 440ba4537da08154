/** Size of a photo in bytes: as large as one may be. */
export const PHOTO = 200 * 1024;

/** Bytes that do not compress, as a photo's: a JPEG's beginning, then noise. @param size of a photo, 200 KB */
export function noise(seed: number, size = PHOTO): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = seed * 2654435761 + 1;
  for (let at = 0; at < size; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

/** One person with a year of records, every cell of the form filled. */
export function formFields(at: number) {
  const id = `p${at}`;
  const quarters = ['1', '2', '3', '4'];
  return {
    person: {
      id,
      name: `张${at}`,
      gender: '男',
      birthMonth: '1990.05',
      ethnicity: '汉族',
      education: '大专',
      phone: '13800000001',
      township: '南城镇',
      village: `白虎村${at % 20}`,
      idNumber: '511425199005100015',
      mentor: '李四',
    },
    training: quarters.map((q) => ({
      id: `${id}t${q}`,
      person: id,
      mode: '集中培训',
      time: `2017.0${q}`,
      days: '5',
      content: '村级财务管理与矛盾调解',
    })),
    mentoring: quarters.map((quarter) => ({
      id: `${id}m${quarter}`,
      person: id,
      quarter,
      mentor: '李四',
      content: '走访谈心，帮助理清思路',
      opinion: '进步明显',
    })),
    practice: [
      { id: `${id}p`, person: id, content: '参与村级集体经济项目', performance: '工作踏实，群众认可', opinion: '良好' },
    ],
    review: ['village', 'township'].flatMap((level) =>
      quarters.map((quarter) => ({
        id: `${id}r${level}${quarter}`,
        person: id,
        level,
        quarter,
        opinion: '表现良好，群众基础扎实',
      })),
    ),
    yearResult: [{ id: `${id}y`, person: id, result: '优秀' }],
  };
}
