import assert from 'node:assert/strict';
import { test } from 'node:test';
import 'fake-indexeddb/auto';
import { Language } from '../language/language';
import { FileShelf } from '../upload/fileShelf';
import { markOf } from '../upload/filePanel';
import { TimeLeft } from '../upload/timeLeft';
import { codeOf, metadata } from '../upload/uploadApi';
import { failure, size, titleOf, wait } from '../upload/wording';

test('the time left follows the speed of the last seconds', () => {
  const left = new TimeLeft();
  left.at(0, 0);
  assert.equal(left.until(1_000), undefined);
  left.at(1_000, 100);
  assert.equal(left.until(1_000), undefined, 'one second tells too little');
  left.at(2_000, 200);
  assert.equal(left.until(1_000), 8);
  left.at(30_000, 300);
  assert.equal(left.until(1_000), undefined, 'the old speed is forgotten');
  left.at(32_000, 500);
  assert.equal(left.until(1_000), 5);
});

test('the time left begins anew where the upload went back', () => {
  const left = new TimeLeft();
  left.at(0, 0);
  left.at(3_000, 3_000);
  left.at(4_000, 1_000);
  assert.equal(left.until(5_000), undefined);
});

test('metadata is Base64 of UTF-8, and leaves out what is not known', () => {
  assert.equal(metadata({ title: 'Größe', mark: '' }), 'title R3LDtsOfZQ==');
  assert.equal(metadata({ title: 'a', mark: 'b', duration: 1.23456 }), 'title YQ==,mark Yg==,duration MS4yMzU=');
});

test('sizes and waits are said as people say them', () => {
  const language = new Language('en');
  assert.equal(size(language, 4_294_967_296), '4.3 GB');
  assert.equal(size(language, 694_056), '694 kB');
  assert.equal(wait(language, 0.2), '1 second');
  assert.equal(wait(language, 61), '2 minutes');
  assert.equal(wait(language, 7_200), '2 hours');
  assert.equal(wait(new Language('de'), 61), '2 Minuten');
});

test('a title comes from the name of the file', () => {
  assert.equal(titleOf('cell_structure-1.final.mp4'), 'cell structure-1.final');
  assert.equal(titleOf('.mp4'), '');
});

test('every failure says what to do, with a name to quote', () => {
  const language = new Language('en');
  assert.match(failure(language, 415, 'upload.not_a_video'), /no video.*upload\.not_a_video/);
  assert.match(failure(language, 401, 'session.expired'), /Open it again from your course/);
  assert.match(failure(language, 500, ''), /http\.500/);
  assert.equal(codeOf('<html>'), '');
  assert.equal(codeOf('{"title":"upload.offset"}'), 'upload.offset');
});

test('a file is known again by its name, size and date', () => {
  const file = new File(['abc'], 'a.mp4', { lastModified: 5 });
  assert.equal(markOf(file), 'a.mp4|3|5');
  assert.equal(markOf(new Blob(['abcd'])), '|4|0');
});

test('the shelf keeps nothing where the browser keeps nothing', async () => {
  const shelf = new FileShelf({ open: () => { throw new DOMException('blocked', 'SecurityError'); } } as unknown as IDBFactory);
  assert.equal(await shelf.keep('a', new Blob(['x'])), false);
  assert.equal(await shelf.find('a'), undefined);
  await shelf.only([]);
});

test('the shelf keeps a file until its upload is over', async () => {
  const shelf = new FileShelf();
  assert.equal(await shelf.keep('a', new Blob(['abc'])), true);
  assert.equal(await shelf.keep('b', new Blob(['def'])), true);
  await shelf.only(['b']);
  assert.equal(await shelf.find('a'), undefined);
});
