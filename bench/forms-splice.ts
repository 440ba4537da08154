import { zipNatively } from '../xlsx/zip/native.node.ts';
import { openAlbum, spliceBare } from './bare-splice.ts';
import { formFields } from './form-people.ts';

/** The floor of `forms-export.bench.ts`: a bare splice in a process of its own, `forms-splice.mjs COUNT TARGET PICTURES`. */
const [count = '300', target = '', pictures = ''] = process.argv.slice(2);
zipNatively();

function* people() {
  for (let at = 0; at < Number(count); at++) yield formFields(at);
}

const album = openAlbum(pictures);
await spliceBare(target, people(), album);
album.close();
