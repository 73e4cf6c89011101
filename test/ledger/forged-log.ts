import type { KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { checkpointSigner, originOf } from '#ledger/checkpoint.ts';
import { emptyFrontier, grow, rootOf } from '#ledger/tree.ts';
import { tamper } from './samples.ts';
import { rewrite } from './written-log.ts';

/** Softens the verdict of an entry and makes everything else fit, as an insider with a key could. */
export function forge(path: string, vkey: string, key: KeyObject, index = 6): void {
  const signer = checkpointSigner(originOf(vkey), key);
  tamper(path, (db) => {
    rewrite(db, index, { from: '"not_allowed"', to: '"allowed"' });
    db.exec('DELETE FROM checkpoint');
    const insert = db.prepare('INSERT INTO checkpoint VALUES (?, ?)');
    for (const [at, root] of rebuild(db).entries()) insert.run(at, signer.sign(at, root));
    db.prepare('UPDATE signer SET vkey = ?').run(signer.vkey);
  });
}

/** Cuts off what came after the first entries, without a trace in the file. */
export function cutTo(path: string, size: number): void {
  tamper(path, (db) => {
    db.exec(`DELETE FROM entry WHERE idx >= ${size}; DELETE FROM checkpoint WHERE size > ${size}`);
    rebuild(db);
  });
}

/** Writes nodes and head as an honest writer would, and gives the root of each size. */
function rebuild(db: DatabaseSync): Uint8Array[] {
  db.exec('DELETE FROM node');
  const insert = db.prepare('INSERT INTO node VALUES (?, ?, ?)');
  const roots = [rootOf(emptyFrontier)];
  let frontier = emptyFrontier;
  for (const { leaf } of db.prepare('SELECT leaf FROM entry ORDER BY idx').all()) {
    const grown = grow(frontier, leaf as Uint8Array);
    for (const { level, index, hash } of grown.full) insert.run(level, index, hash);
    frontier = grown.frontier;
    roots.push(rootOf(frontier));
  }
  const head = db.prepare('UPDATE state SET size = ?, frontier = ?');
  head.run(frontier.size, Buffer.concat(frontier.peaks));
  return roots;
}
